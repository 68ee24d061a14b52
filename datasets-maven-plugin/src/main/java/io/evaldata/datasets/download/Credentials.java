package io.evaldata.datasets.download;

import java.net.URI;
import java.util.Optional;

/** Looks up who we are for a server; settings.xml stands behind it in a build. */
@FunctionalInterface
public interface Credentials {

    /**
     * The login for a server.
     *
     * @param serverId id of the {@code <server>} entry: {@code huggingface}, {@code cityscapes}, or the host of the
     *     address
     * @param address what is about to be asked for
     */
    Optional<Login> find(String serverId, URI address);

    /** Knows nobody. */
    static Credentials none() {
        return (serverId, address) -> Optional.empty();
    }

    /**
     * A user and what proves it.
     *
     * @param user the name; empty for a bare token
     * @param secret the password or token
     */
    record Login(String user, Secret secret) {}
}
