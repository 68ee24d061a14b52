package io.evaldata.datasets.download;

import io.evaldata.datasets.catalog.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the user's Hugging Face token: the {@code huggingface} server of settings.xml, then {@code HF_TOKEN}, then the file
 * that {@code hf auth login} writes.
 */
public final class HubToken {
    private HubToken() {}

    /**
     * Adds the token of the environment or the token file to logins that have no {@code huggingface} server.
     *
     * @param settings logins by server id
     * @param environment the process's environment variables
     * @param home the user's home folder
     */
    public static Credentials orElse(Credentials settings, Map<String, String> environment, Path home) {
        return (serverId, address) -> {
            Optional<Credentials.Login> login = settings.find(serverId, address);
            return login.isPresent() || !serverId.equals(Access.HUGGINGFACE.serverId())
                    ? login
                    : locate(environment, home).map(token -> new Credentials.Login("", token));
        };
    }

    private static Optional<Secret> locate(Map<String, String> environment, Path home) {
        Secret token = Secret.of(environment.getOrDefault("HF_TOKEN", ""));
        return token.isEmpty() ? read(file(environment, home)) : Optional.of(token);
    }

    /** Where the hub's own client keeps the token (huggingface_hub, constants.py). */
    private static Path file(Map<String, String> environment, Path home) {
        if (environment.containsKey("HF_TOKEN_PATH")) {
            return Path.of(environment.get("HF_TOKEN_PATH"));
        }
        if (environment.containsKey("HF_HOME")) {
            return Path.of(environment.get("HF_HOME"), "token");
        }
        String cache = environment.getOrDefault(
                "XDG_CACHE_HOME", home.resolve(".cache").toString());
        return Path.of(cache, "huggingface", "token");
    }

    private static Optional<Secret> read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Secret.of(Files.readString(file))).filter(token -> !token.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            // A token file of another user is as good as none: the hub will say that it wants a token.
            return Optional.empty();
        }
    }
}
