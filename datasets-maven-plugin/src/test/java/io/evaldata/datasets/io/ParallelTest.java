package io.evaldata.datasets.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelTest {
    @Test
    void nobodyIsAtWorkAnyMoreWhenAFailureIsTold() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        assertThatThrownBy(() -> Parallel.forEach(List.of("fails", "takes long"), 2, item -> {
                    if (item.equals("fails")) {
                        while (begun.getCount() > 0) {
                            Thread.onSpinWait();
                        }
                        throw new IOException("as told");
                    }
                    begun.countDown();
                    long until = System.nanoTime() + Duration.ofMillis(300).toNanos();
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait(); // like drawing a map, which hears no interrupt
                    }
                    ended.set(true);
                }))
                .hasMessage("as told");
        assertThat(ended).isTrue();
    }
}
