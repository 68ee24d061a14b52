package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.download.Credentials.Login;
import io.evaldata.datasets.download.ProbeResult.State;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ways to a file: mirrors, proxies, TLS, none at all; and asking whether there is one. */
@Timeout(60)
class RoutesTest {
    private static final byte[] FILE = content(3_000_000);
    private static final URI PUBLISHED = URI.create("https://data.example.org/a/f.zip?dl=1");

    @TempDir
    Path cache;

    @Test
    void asksTheMirrorForHostPathAndQuery() throws Exception {
        try (FaultyServer server = FaultyServer.start().serve("/m/data.example.org/a/f.zip?dl=1", FILE)) {
            MirrorRule mirror = MirrorRule.everythingAt(server.uri("/m"));
            Fetched fetched = fetch(fetcher(cache).mirror(mirror), request(proven(FILE), PUBLISHED));
            assertThat(fetched.origin()).map(Fetched.Provenance::url).contains(PUBLISHED);
        }
    }

    @Test
    void readsAMirrorOnDiskEvenOffline() throws Exception {
        Path mirror = Files.createDirectories(cache.resolve("mirror/data.example.org/a"));
        Files.write(mirror.resolve("f.zip?dl=1"), FILE);
        MirrorRule rule = MirrorRule.everythingAt(cache.resolve("mirror").toUri());
        Fetched fetched =
                fetch(fetcher(cache.resolve("cache")).mirror(rule).offline(true), request(proven(FILE), PUBLISHED));
        assertThat(fetched.path()).hasBinaryContent(FILE);
    }

    @Test
    void opensNoSocketOffline() throws Exception {
        try (FaultyServer server = FaultyServer.start().serve("/f", FILE)) {
            assertThatThrownBy(() -> fetch(fetcher(cache).offline(true), request(proven(FILE), server.uri("/f"))))
                    .hasMessageContaining("offline")
                    .hasMessageContaining("set: file.bin (3000000 bytes)");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void goesThroughAProxyThatWantsALogin() throws Exception {
        try (FaultyServer proxy = FaultyServer.start().serve("/f", FILE)) {
            HttpProxy ours = proxyAt(proxy);
            URI address = URI.create("http://unreachable.invalid/f");
            fetch(fetcher(cache).proxies(uri -> Optional.of(ours)), request(proven(FILE), address));
            assertThat(proxy.requests()).allSatisfy(r -> {
                assertThat(r.header("Proxy-Authorization")).isEqualTo("Basic bWU6cHc=");
                assertThat(r.header("Host")).isEqualTo("unreachable.invalid");
            });
        }
    }

    private static HttpProxy proxyAt(FaultyServer server) {
        return new HttpProxy("localhost", server.uri("/").getPort(), Optional.of(new Login("me", Secret.of("pw"))));
    }

    @Test
    void asksAProxyForATunnelToAnHttpsServer() throws Exception {
        try (FaultyServer proxy = FaultyServer.start()) {
            proxy.on("secure.invalid:443", (request, reply) -> reply.text(407, "who?"));
            URI address = URI.create("https://secure.invalid/f");
            HttpProxy ours = proxyAt(proxy);
            assertThatThrownBy(() ->
                            fetch(fetcher(cache).proxies(uri -> Optional.of(ours)), request(proven(FILE), address)))
                    .hasMessageContaining("wants other credentials for secure.invalid:443");
            assertThat(proxy.requests().get(0).header("Proxy-Authorization")).isEqualTo("Basic bWU6cHc=");
        }
    }

    @Test
    void trustsAServerOfItsOwnAuthorityAndNoOther() throws Exception {
        SSLContext tls = SelfSigned.localhost(cache);
        try (FaultyServer server = FaultyServer.startSecure(tls).serve("/f", FILE)) {
            FetchRequest file = request(proven(FILE), server.uri("/f"));
            assertThatThrownBy(() -> fetch(fetcher(cache), file)).hasMessageContaining("certification path");
            assertThat(fetch(fetcher(cache).tls(tls), file).bytes()).isEqualTo(FILE.length);
        }
    }

    @Test
    void neverStepsDownFromTlsToPlainHttp() throws Exception {
        SSLContext tls = SelfSigned.localhost(cache);
        try (FaultyServer plain = FaultyServer.start().serve("/f", FILE);
                FaultyServer server = FaultyServer.startSecure(tls)) {
            server.on("/f", (request, reply) -> reply.text(302, "", "Location: " + plain.uri("/f")));
            assertThatThrownBy(() -> fetch(fetcher(cache).tls(tls), request(proven(FILE), server.uri("/f"))))
                    .hasMessageContaining("from https to unprotected http");
            assertThat(plain.requests()).isEmpty();
        }
    }

    @Test
    void probesEveryAddressWithOneSmallQuestion() throws Exception {
        try (FaultyServer server = FaultyServer.start();
                Fetcher fetcher = fetcher(cache).open()) {
            server.serve("/alive", FILE).serve("/new", FILE).serve("/changed", content(5000));
            server.on("/moved", (request, reply) -> reply.text(301, "", "Location: /new"));
            server.on("/gated", (request, reply) -> reply.text(401, "who?"));
            FetchRequest file = request(
                    proven(FILE),
                    server.uri("/alive"),
                    server.uri("/moved"),
                    server.uri("/changed"),
                    server.uri("/gated"),
                    server.uri("/dead"));
            List<ProbeResult> results = fetcher.probe(file, Optional.empty());
            assertThat(results)
                    .extracting(ProbeResult::state)
                    .containsExactly(State.ALIVE, State.MOVED, State.CHANGED, State.GATED, State.DEAD);
            assertThat(results.get(1).movedTo()).contains(server.uri("/new"));
            assertThat(results.get(2).detail()).isEqualTo("expected 3000000 bytes, found 5000");
            assertThat(server.bytesSent()).isLessThan(4000);
            assertThat(fetcher.probe(file, Optional.of("\"v0\"")).get(0).detail())
                    .isEqualTo("expected version \"v0\", found \"v1\"");
        }
    }
}
