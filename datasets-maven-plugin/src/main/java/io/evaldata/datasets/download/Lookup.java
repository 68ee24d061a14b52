package io.evaldata.datasets.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the addresses of a host, in a thread of its own: the platform's lookup takes as long as it likes and hears no
 * interrupt, so that whoever waits for it must be able to leave it behind.
 */
final class Lookup {
    private final Names names;
    private final Duration patience;

    /** The platform's lookup. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    Lookup(Names names, Duration patience) {
        this.names = names;
        this.patience = patience;
    }

    /**
     * The addresses of the host.
     *
     * @throws UnknownHostException when there is none of that name
     * @throws ConnectException when nobody says so in time
     */
    List<InetAddress> addresses(String host) throws IOException {
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> names.addresses(host));
        Thread thread = new Thread(lookup, "datasets-fetch-lookup");
        thread.setDaemon(true);
        thread.start();
        try {
            return List.of(lookup.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new ConnectException("nobody knew the address of " + host + " within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            UnknownHostException unknown = new UnknownHostException(host);
            unknown.initCause(e.getCause());
            throw unknown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while looking for the address of " + host);
        }
    }
}
