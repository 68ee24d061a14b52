package io.evaldata.datasets.download;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** What all fetches together keep to with each host: how many connections are open to it at once, and whether it is there. */
final class Hosts {
    private final int perHost;
    private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    Hosts(int perHost) {
        this.perHost = perHost;
    }

    /** Waits for a turn at the host of the address; the permit is released after use. */
    Semaphore acquire(URI address) throws InterruptedException {
        Semaphore permit = permits.computeIfAbsent(name(address), host -> new Semaphore(perHost, true));
        permit.acquire();
        return permit;
    }

    /** The host of the address has answered. */
    void met(URI address) {
        met.add(name(address));
    }

    /** Whether the host of the address has ever answered: if it cannot be reached now, that may pass. */
    boolean haveMet(URI address) {
        return met.contains(name(address));
    }

    private static String name(URI address) {
        return address.getHost() == null ? "" : address.getHost();
    }
}
