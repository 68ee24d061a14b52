package io.evaldata.datasets.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.Credentials.Login;
import io.evaldata.datasets.download.Expectation;
import io.evaldata.datasets.download.Fetch;
import io.evaldata.datasets.download.FetchListener;
import io.evaldata.datasets.download.FetchRequest;
import io.evaldata.datasets.download.Fetched;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.download.FileKind;
import io.evaldata.datasets.download.Secret;
import io.evaldata.datasets.io.ByteRange;
import io.evaldata.datasets.io.ByteSource;
import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import io.evaldata.datasets.it.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fetching from a web server as publishers run it. */
@Timeout(60)
class NginxIT {
    private static final byte[] FILE = content(12_000_000);

    private static final int MANY_BYTES = 2_000_000;

    @TempDir
    private static Path shared;

    private static TestAuthority authority;

    @TempDir
    private Path folder;

    private Nginx nginx;

    private static byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    @BeforeAll
    static void makeAuthority() throws Exception {
        authority = TestAuthority.in(shared);
    }

    @BeforeEach
    void start() throws Exception {
        nginx = Nginx.in(folder.resolve("nginx"), authority).publish("f.bin", FILE);
    }

    @AfterEach
    void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    private Fetcher.Builder fetcher() throws Exception {
        return Fetcher.into(Cache.at(folder.resolve("cache"), Optional.empty())).tls(authority.trusting());
    }

    private static FetchRequest file(URI... addresses) {
        return request(Expectation.of(FileKind.ANY, FILE.length, sha256(FILE)), addresses);
    }

    private static FetchRequest request(Expectation expected, URI... addresses) {
        return FetchRequest.open("set", "f.bin", List.of(addresses), expected);
    }

    private static Checksum sha256(byte[] content) {
        return new Checksum(Algorithm.SHA256, Digest.sha256(content));
    }

    private static Fetched fetch(Fetcher.Builder builder, FetchRequest request) throws Exception {
        try (Fetcher fetcher = builder.open();
                Fetch fetch = fetcher.start(request, FetchListener.NONE)) {
            return fetch.await();
        }
    }

    private void arrives(URI address) throws Exception {
        assertThat(fetch(fetcher(), file(address)).path()).hasBinaryContent(FILE);
    }

    @Test
    void sendsEachByteOnceOverManyConnections() throws Exception {
        arrives(nginx.plain("f.bin"));
        assertThat(nginx.requests()).hasSizeGreaterThan(3).allSatisfy(request -> {
            assertThat(request.status()).isEqualTo(206);
            assertThat(request.scheme()).isEqualTo("http");
        });
        assertThat(nginx.sent()).isEqualTo(FILE.length);
    }

    @Test
    void isTrustedForItsAuthorityAndNotWithoutIt() throws Exception {
        arrives(nginx.secure("f.bin"));
        assertThat(nginx.requests())
                .allSatisfy(request -> assertThat(request.scheme()).isEqualTo("https"));
        Fetcher.Builder unaware = Fetcher.into(Cache.at(folder.resolve("other"), Optional.empty()));
        assertThatThrownBy(() -> fetch(unaware, file(nginx.secure("f.bin"))))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("cannot be trusted");
    }

    @Test
    void isNotTrustedUnderANameThatItsCertificateDoesNotHave() throws Exception {
        URI other = URI.create(nginx.secure("f.bin").toString().replace("localhost", "127.0.0.1"));
        assertThatThrownBy(() -> fetch(fetcher(), file(other))).hasMessageContaining("cannot be trusted");
    }

    @Test
    void isFollowedOnTheSameHostToAnotherAndToTls() throws Exception {
        arrives(nginx.plain("moved/f.bin"));
        nginx.publish("g.bin", FILE);
        FetchRequest elsewhere =
                FetchRequest.open("set", "g.bin", List.of(nginx.plain("elsewhere/g.bin")), file().expected());
        assertThat(fetch(fetcher(), elsewhere).complete()).isTrue();
        nginx.publish("h.bin", FILE);
        FetchRequest secured =
                FetchRequest.open("set", "h.bin", List.of(nginx.plain("secured/h.bin")), file().expected());
        assertThat(fetch(fetcher(), secured).complete()).isTrue();
        assertThat(nginx.requests().stream().filter(r -> r.path().equals("/h.bin")))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.scheme()).isEqualTo("https"));
    }

    @Test
    void givesEachConnectionLittleAndAllTogetherMuch() throws Exception {
        long start = System.nanoTime();
        arrives(nginx.plain("slow/f.bin"));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("12 MB at 2 MB/s on each connection")
                .isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void isAskedAgainWhenItHadTooManyRequests() throws Exception {
        Fetcher.Builder hasty = fetcher().pauser(duration -> Thread.sleep(Math.min(200, duration.toMillis())));
        assertThat(fetch(hasty, file(nginx.plain("few-requests/f.bin"))).path()).hasBinaryContent(FILE);
        assertThat(nginx.requests()).anySatisfy(r -> assertThat(r.status()).isEqualTo(429));
        assertThat(nginx.sent()).isEqualTo(FILE.length);
    }

    @Test
    void isAskedWithFewerConnectionsWhenItHadTooMany() throws Exception {
        Fetcher.Builder hasty = fetcher().pauser(duration -> Thread.sleep(Math.min(100, duration.toMillis())));
        assertThat(fetch(hasty, file(nginx.plain("few-connections/f.bin"))).path())
                .hasBinaryContent(FILE);
        assertThat(nginx.requests()).anySatisfy(r -> assertThat(r.status()).isEqualTo(503));
        assertThat(nginx.sent()).isEqualTo(FILE.length);
    }

    @Test
    void isToldWhoWeAreWhereItAsks() throws Exception {
        assertThatThrownBy(() -> arrives(nginx.plain("gated/f.bin")))
                .isInstanceOfSatisfying(DatasetsException.class, e -> assertThat(e.report())
                        .contains("wants a login (status 401)", "<id>localhost</id>"));
        assertThatThrownBy(() -> fetch(withLogin("guess"), file(nginx.plain("gated/f.bin"))))
                .hasMessageContaining("does not accept our login (status 401)")
                .message()
                .doesNotContain("guess");
        assertThat(fetch(withLogin(Nginx.PASSWORD), file(nginx.plain("gated/f.bin")))
                        .path())
                .hasBinaryContent(FILE);
        assertThat(nginx.requests().stream().map(Nginx.Request::authorization)).contains(Nginx.basic());
    }

    @Test
    void keepsTheLoginFromAnotherHost() throws Exception {
        fetch(withLogin(Nginx.PASSWORD), file(nginx.plain("elsewhere/f.bin")));
        assertThat(nginx.requests()).anySatisfy(r -> {
            assertThat(r.path()).isEqualTo("/elsewhere/f.bin");
            assertThat(r.authorization()).isEqualTo(Nginx.basic());
        });
        assertThat(nginx.requests().stream().filter(r -> r.path().equals("/f.bin")))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.authorization()).isEqualTo("-"));
    }

    private Fetcher.Builder withLogin(String password) throws Exception {
        return fetcher()
                .credentials((id, address) -> id.equals("localhost")
                        ? Optional.of(new Login(Nginx.USER, Secret.of(password)))
                        : Optional.empty());
    }

    @Test
    void saysThatAccessIsRefused() throws Exception {
        assertThatThrownBy(() -> arrives(nginx.plain("forbidden/f.bin")))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("status 403");
        assertThat(nginx.requests()).hasSize(1);
    }

    @Test
    void mayDieAndComeBackInTheMiddle() throws Exception {
        FetchRequest request = file(nginx.plain("slow/f.bin"));
        Fetcher.Builder hasty = fetcher().pauser(duration -> Thread.sleep(Math.min(300, duration.toMillis())));
        CountDownLatch begun = new CountDownLatch(1);
        long start = System.nanoTime();
        try (Fetcher fetcher = hasty.open();
                Fetch fetch = fetcher.start(request, telling(begun))) {
            begun.await();
            nginx.kill();
            Thread.sleep(700);
            nginx.start();
            Fetched fetched = fetch.await();
            assertThat(fetched.path()).hasBinaryContent(FILE);
            assertThat(fetched.transferred()).isLessThan(FILE.length * 105L / 100);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("all connections come back, not one of them")
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void mayStayAwayUntilTheNextRun() throws Exception {
        FetchRequest request = file(nginx.plain("slow/f.bin"));
        long before;
        CountDownLatch begun = new CountDownLatch(1);
        try (Fetcher fetcher = fetcher().pauser(duration -> {}).open();
                Fetch fetch = fetcher.start(request, telling(begun))) {
            begun.await();
            nginx.kill();
            assertThatThrownBy(fetch::await)
                    .isInstanceOf(DatasetsException.class)
                    .hasMessageContaining("cannot connect to localhost");
            before = Cache.at(folder.resolve("cache"), Optional.empty()).resumable(request);
        }
        assertThat(before).isGreaterThan(MANY_BYTES / 2);
        nginx.start();
        assertThat(fetch(fetcher(), request).transferred()).isEqualTo(FILE.length - before);
    }

    @Test
    void mayReplaceTheFileInTheMiddle() throws Exception {
        byte[] newer = content(FILE.length - 4321);
        FetchRequest unknown = request(Expectation.of(FileKind.ANY), nginx.plain("slow/f.bin"));
        try (Fetcher fetcher = fetcher().connections(3).pauser(duration -> {}).open();
                Fetch fetch = fetcher.start(unknown, FetchListener.NONE);
                ByteSource bytes = fetch.bytes()) {
            read(bytes, 500_000, 10);
            nginx.publish("f.bin", newer);
            assertThat(fetch.await().path()).hasBinaryContent(newer);
        }
    }

    @Test
    void handsOutOnlyThePartsThatAreRead() throws Exception {
        try (Fetcher fetcher = fetcher().open();
                Fetch fetch = fetcher.startParts(file(nginx.secure("f.bin")), FetchListener.NONE);
                ByteSource bytes = fetch.bytes()) {
            bytes.expect(List.of(new ByteRange(9_000_000, 1000)));
            assertThat(read(bytes, 9_000_000, 1000)).isEqualTo(Arrays.copyOfRange(FILE, 9_000_000, 9_001_000));
            assertThat(read(bytes, FILE.length - 100, 100))
                    .isEqualTo(Arrays.copyOfRange(FILE, FILE.length - 100, FILE.length));
        }
        assertThat(nginx.sent()).isLessThan(100_000);
    }

    /** Tells when many bytes have arrived. */
    private static FetchListener telling(CountDownLatch begun) {
        AtomicLong received = new AtomicLong();
        return new FetchListener() {
            @Override
            public void progressed(FetchRequest request, long bytes) {
                if (received.addAndGet(bytes) > MANY_BYTES) {
                    begun.countDown();
                }
            }
        };
    }

    private static byte[] read(ByteSource source, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && source.read(position + buffer.position(), buffer) >= 0) {
            Thread.onSpinWait();
        }
        return buffer.array();
    }
}
