package io.evaldata.datasets.download;

import java.io.Closeable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Closes connections on which nothing has come for too long, so that every wait is bounded. */
final class Watchdog implements Closeable {
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final Duration patience;
    private final Thread thread = new Thread(this::run, "datasets-fetch-watchdog");
    private boolean started;

    Watchdog(Duration patience) {
        this.patience = patience;
        thread.setDaemon(true);
    }

    Duration patience() {
        return patience;
    }

    void watch(Wire wire) {
        wires.add(wire);
        synchronized (this) {
            if (!started) {
                started = true;
                thread.start();
            }
        }
    }

    void forget(Wire wire) {
        wires.remove(wire);
    }

    private void run() {
        long round = Math.max(10, Math.min(1000, patience.toMillis() / 8));
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(round);
                for (Wire wire : wires) {
                    if (wire.waiting().compareTo(patience) > 0) {
                        wire.timeOut();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes all connections. */
    @Override
    public void close() {
        thread.interrupt();
        wires.forEach(Wire::close);
    }
}
