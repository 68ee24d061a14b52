package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FetchTesting.PAGE;
import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.only;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Access;
import io.evaldata.datasets.download.Credentials.Login;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logins reach the server they are for, and nobody else. */
@Timeout(60)
class LoginsTest {
    private static final byte[] FILE = content(50_000);
    private static final String TOKEN = "hf_verysecret";

    @TempDir
    Path cache;

    @AutoClose
    private final FaultyServer server = FaultyServer.start();

    @AutoClose
    private final FaultyServer storage = FaultyServer.start();

    private FetchRequest gated(Access access) {
        return FetchTesting.gated(access, proven(FILE), server.uri("/f"));
    }

    private Fetcher.Builder hub(Credentials credentials) {
        return fetcher(cache).credentials(credentials).home(Access.HUGGINGFACE, server.authority());
    }

    @Test
    void sendsTheTokenToTheHubAndNotToWhereItRedirects() throws Exception {
        server.on(
                "/f",
                (request, reply) -> request.header("Authorization").equals("Bearer " + TOKEN)
                        ? reply.text(
                                302,
                                "",
                                "Location: " + storage.uri("/stored?sig=1"),
                                "X-Linked-Etag: \"abc\"",
                                "X-Linked-Size: " + FILE.length)
                        : reply.text(401, "who?"));
        storage.serve("/stored?sig=1", FILE);
        Fetched fetched = fetch(hub(only("huggingface", "", TOKEN)), gated(Access.HUGGINGFACE));
        assertThat(fetched.origin().flatMap(Fetched.Provenance::validator)).contains("\"abc\"");
        assertThat(storage.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.headers()).doesNotContainKeys("Authorization", "Cookie");
            assertThat(request.toString()).doesNotContain(TOKEN);
        });
    }

    @Test
    void neverSendsTheTokenToAnotherHostThatACatalogueNames() {
        server.on("/f", (request, reply) -> reply.text(401, "who?"));
        assertThatThrownBy(() ->
                        fetch(fetcher(cache).credentials(only("huggingface", "", TOKEN)), gated(Access.HUGGINGFACE)))
                .isInstanceOf(DatasetsException.class);
        assertThat(server.requests()).allSatisfy(r -> assertThat(r.headers()).doesNotContainKey("Authorization"));
    }

    @Test
    void knowsTheHubByItsProtocolToo() throws Exception {
        Map<Access, Set<String>> homes = Map.of(Access.HUGGINGFACE, Set.of("https://huggingface.co"));
        Logins logins = new Logins(only("huggingface", "", TOKEN), homes, new FileTransport());
        Gate gate = new Gate(Access.HUGGINGFACE, Optional.empty());
        for (String scheme : List.of("http", "https")) {
            URI address = URI.create(scheme + "://HuggingFace.co/f");
            assertThat(logins.headers(gate, new Origin(address, address), address)
                            .containsKey("Authorization"))
                    .isEqualTo(scheme.equals("https"));
        }
    }

    @Test
    void saysWhereToAskForAccessAndWhereToPutTheToken() {
        server.on("/f", (request, reply) -> reply.text(401, "who?"));
        assertThatThrownBy(() -> fetch(hub(Credentials.none()), gated(Access.HUGGINGFACE)))
                .hasMessageContaining("wants a login (status 401)")
                .asInstanceOf(InstanceOfAssertFactories.type(DatasetsException.class))
                .extracting(DatasetsException::remedy, InstanceOfAssertFactories.STRING)
                .contains(PAGE, "<id>huggingface</id>", "HF_TOKEN");
        assertThatThrownBy(() -> fetch(hub(only("huggingface", "", TOKEN)), gated(Access.HUGGINGFACE)))
                .hasMessageContaining("does not accept our login")
                .message()
                .doesNotContain(TOKEN);
    }

    @Test
    void looksForTheTokenInSettingsThenEnvironmentThenTokenFile() throws IOException {
        Path home = cache.resolve("home");
        Path file = Files.createDirectories(home.resolve(".cache/huggingface")).resolve("token");
        Files.writeString(file, "hf_file\n");
        assertThat(token(only("huggingface", "", "hf_settings"), Map.of("HF_TOKEN", "hf_env"), home))
                .contains("Bearer hf_settings");
        assertThat(token(Credentials.none(), Map.of("HF_TOKEN", "hf_env"), home))
                .contains("Bearer hf_env");
        assertThat(token(Credentials.none(), Map.of(), home)).contains("Bearer hf_file");
        assertThat(token(Credentials.none(), Map.of("HF_HOME", cache.toString()), home))
                .isEmpty();
    }

    private Optional<String> token(Credentials settings, Map<String, String> environment, Path home) {
        return HubToken.orElse(settings, environment, home)
                .find("huggingface", server.uri("/"))
                .map(login -> login.secret().bearer());
    }

    @Test
    void sendsUserAndPasswordToTheHostThatTheyAreFor() throws Exception {
        server.on(
                "/f",
                (request, reply) -> request.header("Authorization").equals("Basic bWU6cHc=")
                        ? FaultyServer.good(FILE, "\"v1\"").answer(request, reply)
                        : reply.text(401, "who?"));
        fetch(fetcher(cache).credentials(only("localhost", "me", "pw")), gated(Access.OPEN));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void secretsDoNotShow() {
        Login login = new Login("me", Secret.of(TOKEN));
        assertThat(login.toString()).doesNotContain(TOKEN);
    }

    private void serveCityscapes() {
        server.on("/login/", (request, reply) -> {
            if (request.method().equals("GET")) {
                return reply.text(200, "<html>form</html>", "Set-Cookie: PHPSESSID=s" + request.number() + "; path=/");
            }
            boolean right = request.form().equals("username=me&password=p%26w&submit=Login");
            return right ? reply.text(302, "", "Location: /", "Set-Cookie: auth=yes") : reply.text(200, "<html>again");
        });
    }

    private Fetcher.Builder cityscapes(String password) {
        return fetcher(cache)
                .credentials(only("cityscapes", "me", password))
                .home(Access.CITYSCAPES, server.authority());
    }

    @Test
    void logsInAtCityscapesWithItsForm() throws Exception {
        serveCityscapes();
        server.on(
                "/f",
                (request, reply) -> request.header("Cookie").contains("auth=yes")
                        ? FaultyServer.good(FILE, "\"v1\"").answer(request, reply)
                        : reply.text(200, "<html>log in</html>", "Content-Type: text/html"));
        assertThat(fetch(cityscapes("p&w"), gated(Access.CITYSCAPES)).complete())
                .isTrue();
    }

    @Test
    void logsInAgainWhenTheSessionHasEnded() throws Exception {
        serveCityscapes();
        server.on(
                "/f",
                (request, reply) -> request.header("Cookie").contains("PHPSESSID=s0")
                        ? reply.text(200, "<html>log in</html>", "Content-Type: text/html; charset=UTF-8")
                        : FaultyServer.good(FILE, "\"v1\"").answer(request, reply));
        assertThat(fetch(cityscapes("p&w"), gated(Access.CITYSCAPES)).complete())
                .isTrue();
    }

    @Test
    void saysThatCityscapesDoesNotAcceptThePassword() {
        serveCityscapes();
        assertThatThrownBy(() -> fetch(cityscapes("wrong"), gated(Access.CITYSCAPES)))
                .hasMessageContaining("does not accept user and password")
                .message()
                .doesNotContain("wrong");
    }
}
