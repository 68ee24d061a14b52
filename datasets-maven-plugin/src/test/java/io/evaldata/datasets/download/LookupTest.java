package io.evaldata.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody has to wait for a name server that is silent. */
@Timeout(20)
class LookupTest {
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void endLookups() {
        over.countDown();
    }

    /** A lookup that hears no interrupt, as the platform's. */
    private InetAddress[] hang(String host) throws UnknownHostException {
        boolean waiting = true;
        while (waiting) {
            try {
                over.await();
                waiting = false;
            } catch (InterruptedException e) {
                waiting = true;
            }
        }
        throw new UnknownHostException(host);
    }

    @Test
    void findsTheAddressesOfAHost() throws Exception {
        assertThat(new Lookup(InetAddress::getAllByName, Duration.ofSeconds(10)).addresses("127.0.0.1"))
                .containsExactly(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        assertThatThrownBy(() -> new Lookup(
                                host -> {
                                    throw new UnknownHostException(host + ": Name or service not known");
                                },
                                Duration.ofSeconds(10))
                        .addresses("nowhere.invalid"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("nowhere.invalid");
    }

    @Test
    void leavesASilentNameServerBehind() {
        assertThatThrownBy(() -> new Lookup(this::hang, Duration.ofMillis(50)).addresses("silent.invalid"))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("silent.invalid");
    }

    @Test
    void hearsAnInterruptMeanwhile() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Lookup(this::hang, Duration.ofMinutes(1)).addresses("silent.invalid"))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
