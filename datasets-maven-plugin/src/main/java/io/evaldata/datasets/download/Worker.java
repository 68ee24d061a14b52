package io.evaldata.datasets.download;

import io.evaldata.datasets.download.Refusal.Meaning;
import io.evaldata.datasets.io.ByteRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLHandshakeException;

/**
 * One connection's work: claims a segment, asks for it, writes what comes, and after a failure waits and tries again.
 *
 * <p>It gives up after {@value #PATIENCE} failures in a row; progress makes it patient again. A host that cannot be
 * reached and has never answered gets {@value #PATIENCE_WITH_STRANGERS} tries: that is no network, or a wrong name, and
 * worth saying within seconds. While the server turns only this connection away and serves others, it is one too many and
 * stops earlier.
 */
final class Worker implements Callable<Void> {
    private static final int PATIENCE = 8;
    private static final int PATIENCE_WITH_STRANGERS = 3;
    private static final int PATIENCE_WHILE_OTHERS_ARE_SERVED = 2;
    private static final long PROGRESS_OF_OTHERS = 1 << 17;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_WISH = Duration.ofMinutes(5);

    private final Transfer transfer;
    private final Attempt attempt;
    private final Pieces pieces;
    private final int index;
    private int mirror;
    private int failures;
    private long deliveredBeforeFailures;
    private boolean retired;

    Worker(Transfer transfer, Attempt attempt, int index) {
        this.transfer = transfer;
        this.attempt = attempt;
        this.pieces = attempt.pieces();
        this.index = index;
    }

    @Override
    public Void call() throws InterruptedException {
        try {
            while (!retired && !pieces.over()) {
                Optional<Origin> origin = attempt.origin(index + mirror);
                if (origin.isEmpty()) {
                    attempt.exhausted();
                    return null;
                }
                if (attempt.wouldMix(origin.get())) {
                    pieces.fail(new BytesReplacedException("the file is fetched from another address"));
                    return null;
                }
                if (attempt.mustStartOver(origin.get())) {
                    attempt.startOver(origin.get());
                    return null;
                }
                Optional<Duration> pause = turn(origin.get());
                if (pause.isPresent()) {
                    transfer.pauser().pause(pause.get());
                }
            }
        } catch (RuntimeException e) {
            pieces.fail(e);
        } catch (OutOfMemoryError e) {
            pieces.fail(new IllegalStateException("not enough memory to fetch", e));
        } catch (Error e) {
            pieces.fail(new IllegalStateException("a connection broke down: " + e, e)); // or all would wait for it
        }
        return null;
    }

    /** Fetches one segment, if there is one; says how long to wait before the next when that failed. */
    private Optional<Duration> turn(Origin origin) throws InterruptedException {
        Semaphore permit = transfer.hosts().acquire(origin.asked());
        Optional<Segment> claimed = Optional.empty();
        long seen = pieces.changes();
        try {
            claimed = pieces.claim();
            if (claimed.isPresent()) {
                fetch(origin, claimed.get());
            }
        } catch (PartWriteException e) {
            if (!pieces.over()) { // once the file is complete it is closed under those who were a little behind
                pieces.fail(e.report(transfer.request()));
            }
        } catch (Refusal refusal) {
            return refused(origin, refusal);
        } catch (IOException e) {
            if (e instanceof SSLHandshakeException) {
                String reason = "cannot be trusted: " + Trouble.reason(e);
                return refused(origin, new Refusal(Meaning.GONE, reason));
            }
            boolean takenAway = claimed.isPresent() && pieces.done(claimed.get());
            if (takenAway) {
                mirror++; // somebody found this one too slow
            }
            if (takenAway || pieces.over()) {
                return Optional.empty();
            }
            return failed(origin, Trouble.reason(e), Optional.empty(), patience(origin, e));
        } finally {
            claimed.ifPresent(pieces::release);
            permit.release();
        }
        if (claimed.isEmpty()) {
            pieces.awaitChange(seen);
        }
        return Optional.empty();
    }

    private int patience(Origin origin, IOException e) {
        return Trouble.isUnreachable(e) && !transfer.hosts().haveMet(origin.asked())
                ? PATIENCE_WITH_STRANGERS
                : PATIENCE;
    }

    private Optional<Duration> refused(Origin origin, Refusal refusal) {
        switch (refusal.meaning()) {
            case GONE, GATED -> {
                origin.fail(refusal.getMessage(), refusal.remedy());
                transfer.listener()
                        .retrying(transfer.request(), Origin.shown(origin.asked()) + " " + refusal.getMessage());
                failures = 0;
                return Optional.empty();
            }
            case CHANGED -> {
                attempt.changed(refusal.getMessage());
                return Optional.empty();
            }
            case NAMELESS_PART -> {
                return Optional.empty(); // it is asked for in one piece next
            }
            case PASSING, BUSY -> {
                return failed(origin, refusal.getMessage(), refusal.retryAfter(), PATIENCE);
            }
        }
        throw new IllegalStateException("unknown meaning " + refusal.meaning());
    }

    private Optional<Duration> failed(Origin origin, String reason, Optional<Duration> wish, int patience) {
        countFailure(origin);
        if (wish.isPresent() && wish.get().compareTo(LONGEST_WISH) > 0) {
            origin.fail(reason + "; it wants us to come back in " + wish.get().toMinutes() + " minutes", "");
            return Optional.empty();
        }
        retired = isOneTooMany(origin) && attempt.retire();
        if (retired) {
            return Optional.empty();
        }
        boolean stranger = patience == PATIENCE_WITH_STRANGERS;
        if (failures >= patience) {
            if (stranger) {
                origin.notReached();
            }
            origin.fail(reason + ", " + failures + " times in a row", "");
            failures = 0;
            return pieces.over() ? Optional.empty() : Optional.of(Duration.ZERO);
        }
        if (!stranger || failures == 1) { // within two seconds once is enough
            transfer.listener().retrying(transfer.request(), reason);
        }
        Duration own = FIRST_PAUSE.multipliedBy(1L << (failures - 1)).plusMillis(37L * index);
        Duration pause = own.compareTo(LONGEST_PAUSE) < 0 ? own : LONGEST_PAUSE;
        return Optional.of(wish.filter(w -> w.compareTo(pause) > 0).orElse(pause));
    }

    private void countFailure(Origin origin) {
        if (failures == 0) {
            deliveredBeforeFailures = origin.delivered();
        }
        failures++;
    }

    private boolean isOneTooMany(Origin origin) {
        return failures > PATIENCE_WHILE_OTHERS_ARE_SERVED
                && origin.delivered() - deliveredBeforeFailures > PROGRESS_OF_OTHERS;
    }

    private void fetch(Origin origin, Segment segment) throws IOException {
        ByteRange wanted = pieces.rest(segment);
        if (wanted.length() == 0) {
            return; // a reader in a hurry took it away just now, and servers understand no empty range
        }
        ByteBuffer buffer = transfer.buffers().take();
        try (Delivery delivery = ask(origin, segment, wanted)) {
            transfer.hosts().met(origin.asked());
            segment.connectedBy(delivery);
            Reception reception = new Reception(attempt, origin, delivery, segment, buffer);
            try {
                reception.receive();
            } finally {
                failures = reception.hasProgressed() ? 0 : failures;
            }
        } finally {
            transfer.buffers().giveBack(buffer);
        }
        failures = 0;
    }

    private Delivery ask(Origin origin, Segment segment, ByteRange wanted) throws IOException {
        return pieces.isAllInOnePiece(segment)
                ? transfer.asker().askForAll(transfer.request(), origin)
                : transfer.asker().ask(transfer.request(), origin, wanted, origin.condition());
    }
}
