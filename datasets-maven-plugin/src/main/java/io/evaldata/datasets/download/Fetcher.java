package io.evaldata.datasets.download;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Access;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * Fetches files into the cache. Owns its threads and connections and keeps no state outside itself.
 *
 * <pre>{@code
 * try (Fetcher fetcher = Fetcher.into(cache).offline(false).open();
 *         Fetch fetch = fetcher.start(request, FetchListener.NONE)) {
 *     unpack(fetch.bytes());            // follows the file while it arrives
 *     Fetched fetched = fetch.await();  // complete and proven
 * }
 * }</pre>
 */
public final class Fetcher implements AutoCloseable {
    private final FetcherSetup setup;
    private final Transport transport;
    private final Map<String, Transfer> underWay = new HashMap<>();

    private Fetcher(FetcherSetup setup, Transport transport) {
        this.setup = setup;
        this.transport = transport;
    }

    /** Begins to describe a fetcher that fills the cache. */
    public static Builder into(Cache cache) {
        return new Builder(cache);
    }

    /** Starts to fetch the whole file, or joins those who already do. Returns at once. */
    public Fetch start(FetchRequest request, FetchListener listener) {
        return start(request, listener, false);
    }

    /**
     * Starts to fetch only those parts of the file that will be {@linkplain ByteSource#expect expected} or read. A server
     * that does not serve parts gives the whole file instead. The reader must check what it reads: no digest covers it.
     */
    public Fetch startParts(FetchRequest request, FetchListener listener) {
        return start(request, listener, true);
    }

    private Fetch start(FetchRequest request, FetchListener listener, boolean partsOnly) {
        String key = key(request, partsOnly);
        synchronized (underWay) {
            Transfer known = underWay.get(key);
            if (known != null && known.join()) {
                return new Handle(known);
            }
            Transfer transfer = new Transfer(setup, request, listener, partsOnly);
            transfer.join();
            underWay.put(key, transfer);
            transfer.start(() -> forget(transfer));
            return new Handle(transfer);
        }
    }

    private String key(FetchRequest request, boolean partsOnly) {
        return setup.cache().entry(request).file() + (partsOnly ? "?parts" : "");
    }

    /** Whoever asks for the whole file joins from now on, and nobody does who asks for parts. */
    private void whole(Transfer transfer) {
        synchronized (underWay) {
            if (underWay.remove(key(transfer.request(), true), transfer)) {
                underWay.putIfAbsent(key(transfer.request(), false), transfer);
            }
        }
        transfer.whole();
    }

    private void forget(Transfer transfer) {
        synchronized (underWay) {
            underWay.values().remove(transfer);
        }
    }

    /**
     * Asks every address of the file whether it is alive and unchanged, with one small question each; fetches nothing.
     *
     * @param pinned the validator that the lock file holds for the file
     */
    public List<ProbeResult> probe(FetchRequest request, Optional<String> pinned) {
        setup.refuseOffline(request);
        Probe probe = new Probe(setup.asker(), request, pinned);
        return setup.origins(request).all().stream().map(probe::ask).toList();
    }

    /** Gives up what is under way, keeping what has arrived, and closes all connections. */
    @Override
    public void close() {
        setup.threads().shutdownNow();
        try {
            transport.close();
            if (!setup.threads().awaitTermination(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a fetch does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException("connections do not close", e);
        }
    }

    private final class Handle implements Fetch {
        private final Transfer transfer;
        private final AtomicBoolean left = new AtomicBoolean();

        Handle(Transfer transfer) {
            this.transfer = transfer;
        }

        @Override
        public FetchRequest request() {
            return transfer.request();
        }

        @Override
        public ByteSource bytes() throws IOException {
            return transfer.bytes();
        }

        @Override
        public Fetched await() throws IOException, InterruptedException {
            return transfer.await();
        }

        @Override
        public void whole() {
            Fetcher.this.whole(transfer);
        }

        @Override
        public void close() {
            if (left.compareAndSet(false, true)) {
                transfer.leave();
            }
        }
    }

    /** How a fetcher works; everything has a default. */
    public static final class Builder {
        private final Cache cache;
        private boolean offline;
        private int connections = 8;
        private int connectionsPerHost = 16;
        private MirrorRule mirror = MirrorRule.none();
        private Credentials credentials = Credentials.none();
        private Function<URI, Optional<HttpProxy>> proxies = address -> Optional.empty();
        private Optional<SSLContext> tls = Optional.empty();
        private Duration connectTimeout = Duration.ofSeconds(15);
        private Duration idleTimeout = Duration.ofSeconds(30);
        private Pauser pauser = Pauser.sleeping();
        private Clock clock = Clock.systemUTC();
        private String userAgent = "datasets-maven-plugin";
        private final Map<Access, Set<String>> homes = new EnumMap<>(Map.of(
                Access.HUGGINGFACE, Set.of("https://huggingface.co"),
                Access.CITYSCAPES, Set.of("https://www.cityscapes-dataset.com", "https://cityscapes-dataset.com")));

        private Builder(Cache cache) {
            this.cache = cache;
        }

        /** Opens no socket; {@code file:} mirrors still work. */
        public Builder offline(boolean value) {
            offline = value;
            return this;
        }

        /** How many connections one file may use; 8 by default. */
        public Builder connections(int value) {
            connections = value;
            return this;
        }

        /** How many connections may lead to one host at once; 16 by default. */
        public Builder connectionsPerHost(int value) {
            connectionsPerHost = value;
            return this;
        }

        /** Where published addresses are really asked for. */
        public Builder mirror(MirrorRule value) {
            mirror = value;
            return this;
        }

        /** Who we are. */
        public Builder credentials(Credentials value) {
            credentials = value;
            return this;
        }

        /** The proxy for an address. */
        public Builder proxies(Function<URI, Optional<HttpProxy>> value) {
            proxies = value;
            return this;
        }

        /** Trust and keys for https; the platform's by default. */
        public Builder tls(SSLContext value) {
            tls = Optional.of(value);
            return this;
        }

        /** How long a server may be silent; 30 seconds by default. */
        public Builder idleTimeout(Duration value) {
            idleTimeout = value;
            return this;
        }

        /** How to wait before trying again. */
        public Builder pauser(Pauser value) {
            pauser = value;
            return this;
        }

        /** The time, for servers that name a date to come back at. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** What we call ourselves. */
        public Builder userAgent(String value) {
            userAgent = value;
            return this;
        }

        /**
         * The one authority (host, or host and port) that may see the service's credentials, over http too; by default
         * the publisher's own over https.
         */
        public Builder home(Access service, String authority) {
            String lower = authority.toLowerCase(Locale.ROOT);
            homes.put(service, Set.of("http://" + lower, "https://" + lower));
            return this;
        }

        /** Starts the fetcher. */
        public Fetcher open() {
            Transport transport = new SchemeTransport(new HttpTransport(
                    new HttpTransport.Settings(connectTimeout, idleTimeout, this::tls, proxies, userAgent)));
            AtomicInteger count = new AtomicInteger();
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "datasets-fetch-" + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
            Asker asker = new Asker(transport, new Logins(credentials, homes, transport), clock);
            Hosts hosts = new Hosts(connectionsPerHost);
            return new Fetcher(
                    new FetcherSetup(cache, asker, mirror, hosts, new Buffers(), pauser, threads, connections, offline),
                    transport);
        }

        private SSLContext tls() {
            try {
                return tls.isPresent() ? tls.get() : SSLContext.getDefault();
            } catch (NoSuchAlgorithmException e) {
                String reason = e.getCause() == null ? e.getMessage() : String.valueOf(e.getCause());
                throw new DatasetsException(
                        "Java's own TLS cannot be used: " + reason,
                        "Look at javax.net.ssl.trustStore and javax.net.ssl.keyStore in MAVEN_OPTS and .mvn/jvm.config.",
                        e);
            }
        }
    }
}
