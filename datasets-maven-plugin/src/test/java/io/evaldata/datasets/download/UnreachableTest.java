package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No network is said soon; a network that goes away in between is waited for. */
@Timeout(60)
class UnreachableTest {
    private static final byte[] FILE = content(3_000_000);
    private static final int NOBODY_LISTENS = 1;

    @TempDir
    private Path cache;

    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    private Duration paused() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/f", "https://localhost:1/f", "http://nowhere.invalid/f"})
    void whatWasNeverReachedIsGivenUpWithinSeconds(String address) {
        assertThatThrownBy(() -> fetch(fetcher(cache).pauser(pauses::add), request(proven(FILE), URI.create(address))))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("3 times in a row");
        assertThat(pauses).as("it is tried again").isNotEmpty();
        assertThat(paused()).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aNetworkThatGoesAwayInBetweenIsWaitedFor() throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        HttpProxy nobody = new HttpProxy("localhost", NOBODY_LISTENS, Optional.empty());
        try (FaultyServer server = FaultyServer.start()) {
            server.on("/f", (request, reply) -> {
                away.set(request.number() == 0);
                return request.number() == 0
                        ? FaultyServer.cutting(FILE, "\"v1\"", 1_000_000).answer(request, reply)
                        : FaultyServer.good(FILE, "\"v1\"").answer(request, reply);
            });
            Fetcher.Builder fetcher = fetcher(cache)
                    .proxies(address -> away.get() ? Optional.of(nobody) : Optional.empty())
                    .pauser(pause -> {
                        pauses.add(pause);
                        away.compareAndSet(true, paused().compareTo(Duration.ofSeconds(30)) < 0);
                    });
            assertThat(fetch(fetcher, request(proven(FILE), server.uri("/f"))).path())
                    .hasBinaryContent(FILE);
            assertThat(paused()).isGreaterThan(Duration.ofSeconds(30));
            assertThat(server.bytesSent()).as("nothing twice").isEqualTo(FILE.length);
        }
    }

    @Test
    void aTrustStoreWithNothingInItIsSaidAtOnce() throws Exception {
        try (FaultyServer server =
                FaultyServer.startSecure(SelfSigned.localhost(cache)).serve("/f", FILE)) {
            assertThatThrownBy(() -> fetch(
                            fetcher(cache).tls(trustingNobody()).pauser(pauses::add),
                            request(proven(FILE), server.uri("/f"))))
                    .hasMessageContaining("cannot be trusted")
                    .hasMessageContaining("trustAnchors");
            assertThat(pauses).isEmpty();
        }
    }

    private static SSLContext trustingNobody() throws Exception {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(empty);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
