package io.evaldata.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.io.ByteRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody waits for something that has happened, in whatever order connections and readers get their turns. */
@Timeout(30)
class PiecesTest {
    private static final int SIZE = 10_000_000;

    @Test
    void whoLooksBetweenTheLastBytesAndTheNextClaimLearnsThatAllIsThere() throws Exception {
        Pieces pieces = new Pieces(new Ranges(), SIZE, true, 2);
        pieces.expect(List.of(new ByteRange(5_000, 1_000)));
        Segment segment = pieces.claim().orElseThrow();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                pieces.awaitExpected();
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Thread.sleep(100);
        pieces.reserve(segment, 1_000);
        pieces.arrived(segment, 1_000);
        pieces.release(segment);
        Thread.sleep(100);
        assertThat(pieces.claim()).isEmpty();
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoFoundNothingToClaimLearnsAtOnceWhatIsWantedSince() throws Exception {
        Pieces pieces = new Pieces(new Ranges(), SIZE, true, 2);
        long seen = pieces.changes();
        assertThat(pieces.claim()).isEmpty();
        pieces.expect(List.of(new ByteRange(5_000, 1_000)));
        long start = System.nanoTime();
        pieces.awaitChange(seen);
        assertThat(System.nanoTime() - start).isLessThan(100_000_000);
    }

    @Test
    void segmentsAreSmallAtFirstAndGrow() {
        Pieces pieces = new Pieces(new Ranges(), 1L << 30, false, 8);
        List<Long> lengths = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Segment segment = pieces.claim().orElseThrow();
            lengths.add(pieces.rest(segment).length());
            pieces.reserve(segment, lengths.get(i).intValue());
            pieces.arrived(segment, lengths.get(i).intValue());
            pieces.release(segment);
        }
        assertThat(lengths).isSorted().startsWith(1L << 20).endsWith(1L << 24);
        assertThat(lengths.get(7)).isLessThan(1L << 22);
    }

    @Test
    void aReaderInAHurryLeavesNothingToAskForOfTheSegmentThatMakesRoom() throws Exception {
        Pieces pieces = new Pieces(new Ranges(), SIZE, false, 1);
        Segment segment = pieces.claim().orElseThrow();
        CompletableFuture<Long> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return pieces.await(SIZE - 1_000, 1_000);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        while (pieces.rest(segment).length() > 0) {
            Thread.sleep(10);
        }
        pieces.release(segment);
        Segment urgent = pieces.claim().orElseThrow();
        assertThat(pieces.rest(urgent)).isEqualTo(new ByteRange(SIZE - 1_000, 1_000));
        pieces.reserve(urgent, 1_000);
        pieces.arrived(urgent, 1_000);
        assertThat(reader.get(5, TimeUnit.SECONDS)).isEqualTo(SIZE);
    }

    @Test
    void whatAConnectionLeavesForAReaderInAHurryComesLater() throws Exception {
        Pieces pieces = new Pieces(new Ranges(), 100_000_000, true, 2);
        pieces.expect(List.of(new ByteRange(0, 3_000_000)));
        Segment first = pieces.claim().orElseThrow();
        pieces.claim();
        CompletableFuture<Long> near = reading(pieces, 2_000_000);
        Thread.sleep(100);
        CompletableFuture<Long> far = reading(pieces, 50_000_000);
        Thread.sleep(100);
        serve(pieces, first);
        for (var next = pieces.claim(); next.isPresent(); next = pieces.claim()) {
            serve(pieces, next.get());
        }
        assertThat(far.get(5, TimeUnit.SECONDS)).isGreaterThan(50_000_000);
        assertThat(near.get(5, TimeUnit.SECONDS)).isGreaterThan(2_000_000);
    }

    private static CompletableFuture<Long> reading(Pieces pieces, long position) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return pieces.await(position, 1 << 16);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void serve(Pieces pieces, Segment segment) {
        int room = pieces.reserve(segment, SIZE);
        if (room > 0) {
            pieces.arrived(segment, room);
        }
        pieces.release(segment);
    }
}
