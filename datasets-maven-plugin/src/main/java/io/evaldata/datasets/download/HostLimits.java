package io.evaldata.datasets.download;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Bounds how many connections are open to one host at once, over all fetches. */
final class HostLimits {
    private final int perHost;
    private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();

    HostLimits(int perHost) {
        this.perHost = perHost;
    }

    /** Waits for a turn at the host of the address; the permit is released after use. */
    Semaphore acquire(URI address) throws InterruptedException {
        String host = address.getHost() == null ? "" : address.getHost();
        Semaphore permit = permits.computeIfAbsent(host, h -> new Semaphore(perHost, true));
        permit.acquire();
        return permit;
    }
}
