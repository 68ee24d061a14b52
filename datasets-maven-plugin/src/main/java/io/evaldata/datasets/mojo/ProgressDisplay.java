package io.evaldata.datasets.mojo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Shows how a run stands: on a terminal in lines that are drawn anew several times a second below the log, elsewhere as a
 * line of the log every few seconds, which become rarer when it takes long.
 *
 * <p>What else is logged goes through {@link #say}, so that the lines that are drawn anew stay the last ones.
 */
final class ProgressDisplay implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofSeconds(30);
    private static final Duration OFTEN_FOR = Duration.ofMinutes(1);

    /** Lines of 80 columns would break on a terminal of 80. */
    private static final int WIDTH = 79;

    private static final int LOG_WIDTH = 73;

    private final ProgressBoard board;
    private final ProgressMode mode;
    private final Consumer<String> screen;
    private final Consumer<String> log;
    private final LongSupplier nanos;
    private final long begun;
    private final ScheduledExecutorService ticker;
    private Optional<Future<?>> ticking = Optional.empty();
    private long lastLine;
    private int drawn;
    private boolean closed;

    /**
     * @param screen takes characters for the terminal as they are
     * @param log takes lines for the log
     * @param nanos the time, as {@link System#nanoTime} gives it
     */
    ProgressDisplay(
            ProgressBoard board, ProgressMode mode, Consumer<String> screen, Consumer<String> log, LongSupplier nanos) {
        this.board = board;
        this.mode = mode;
        this.screen = screen;
        this.log = log;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.lastLine = begun;
        this.ticker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "datasets-progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to show. */
    ProgressDisplay open() {
        if (mode == ProgressMode.LIVE || mode == ProgressMode.LINES) {
            ticking = Optional.of(
                    ticker.scheduleAtFixedRate(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS));
        }
        return this;
    }

    /** Lets something else be written above what is drawn. */
    synchronized void say(Runnable writing) {
        erase();
        writing.run();
        if (mode == ProgressMode.LIVE && !closed) {
            draw();
        }
    }

    /** One look at how it stands. */
    synchronized void tick() {
        if (closed) {
            return;
        }
        if (mode == ProgressMode.LIVE) {
            erase();
            draw();
        } else if (mode == ProgressMode.LINES && isTimeForALine()) {
            lastLine = nanos.getAsLong();
            ProgressText.lines(board.standing(), LOG_WIDTH).forEach(log);
        }
    }

    private boolean isTimeForALine() {
        long now = nanos.getAsLong();
        Duration pace = now - begun < OFTEN_FOR.toNanos() ? OFTEN : SELDOM;
        return now - lastLine >= pace.toNanos();
    }

    private void draw() {
        List<String> lines = ProgressText.lines(board.standing(), WIDTH);
        if (!lines.isEmpty()) {
            screen.accept(String.join("\n", lines) + "\n");
        }
        drawn = lines.size();
    }

    /** Up to the first of our lines, and from there on nothing. */
    private void erase() {
        if (drawn > 0) {
            screen.accept("\r\u001b[" + drawn + "A\u001b[J");
            drawn = 0;
        }
    }

    /** Takes away what is drawn. */
    @Override
    public void close() {
        ticking.ifPresent(running -> running.cancel(false));
        ticker.shutdown();
        synchronized (this) {
            erase();
            closed = true;
        }
    }
}
