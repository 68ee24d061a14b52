package io.evaldata.datasets.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
    @Test
    void haveEndedWhenAnInterruptedThreadHasClosedThem() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Workers workers = new Workers(1, "test");
        workers.submit(() -> {
            begun.countDown();
            long until = System.nanoTime() + Duration.ofMillis(300).toNanos();
            while (System.nanoTime() < until) {
                Thread.onSpinWait(); // like a write to the disk, which hears no interrupt
            }
            ended.set(true);
        });
        begun.await();
        Thread.currentThread().interrupt();
        workers.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).isTrue();
    }
}
