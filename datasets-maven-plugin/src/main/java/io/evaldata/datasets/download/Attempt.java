package io.evaldata.datasets.download;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.Refusal.Meaning;
import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One try at bringing one version of a file together, from one address or, where a digest will prove the result, from
 * several at once. Ends complete, or with the reason why not; then another attempt may begin anew.
 */
final class Attempt implements Closeable {
    /** A file of this size is not worth a second connection. */
    private static final long SINGLE = 8 << 20;

    /** What each further connection must have to do. */
    private static final long WORTH_A_CONNECTION = 2 << 20;

    private final Transfer transfer;
    private final PartFile part;
    private final Pieces pieces;
    private final List<Origin> origins;
    private final boolean alone;
    private final List<Future<?>> workers = new ArrayList<>();
    private final Map<Algorithm, Future<Checksum>> digests = new EnumMap<>(Algorithm.class);
    private final AtomicLong received = new AtomicLong();
    private Optional<Origin> source = Optional.empty();
    private int working;

    /**
     * Prepares an attempt.
     *
     * @param part what is there already; closed with the attempt
     * @param alone whether the bytes must come from one address only
     */
    Attempt(Transfer transfer, PartFile part, List<Origin> origins, boolean alone) {
        this.transfer = transfer;
        this.part = part;
        this.origins = List.copyOf(origins);
        this.alone = alone;
        long size =
                transfer.request().expected().bytes().orElse(part.map().size().orElse(-1));
        this.pieces = new Pieces(part.map().present(), size, transfer.partsOnly(), transfer.connections());
        for (Origin origin : origins) {
            Optional<String> version = part.map().validator(origin.published());
            origin.learn(version, version.filter(value -> !value.startsWith(Delivery.LINKED)));
        }
    }

    FetchRequest request() {
        return transfer.request();
    }

    PartFile part() {
        return part;
    }

    Pieces pieces() {
        return pieces;
    }

    /** Bytes moved over the wire. */
    long received() {
        return received.get();
    }

    void received(long bytes) {
        received.addAndGet(bytes);
        transfer.listener().progressed(request(), bytes);
    }

    /** The address that delivered first. */
    synchronized Optional<Origin> source() {
        return source;
    }

    /** Starts the first connection and the digests. Further connections follow when the first has been answered. */
    synchronized void start() {
        if (!pieces.fetchesPartsOnly()) {
            startDigests();
        }
        if (!pieces.complete()) {
            addWorker();
        }
    }

    /** The whole file is wanted, where it was parts of it so far. */
    synchronized void whole() {
        startDigests();
        pieces.whole();
    }

    private void startDigests() {
        if (digests.isEmpty()) {
            for (Algorithm algorithm : Digests.wanted(request().expected())) {
                digests.put(algorithm, transfer.submit(new FrontDigest(algorithm, pieces, part.path())));
            }
        }
    }

    private void addWorker() {
        working++;
        workers.add(transfer.submit(new Worker(transfer, this, workers.size())));
    }

    /** The digests of the whole file, once it is there. */
    Digests awaitDigests() throws IOException, InterruptedException {
        Map<Algorithm, Future<Checksum>> started;
        synchronized (this) { // a server without ranges turns parts into a whole, with its digests, while this is held
            started = new EnumMap<>(digests);
        }
        Map<Algorithm, Checksum> found = new EnumMap<>(Algorithm.class);
        for (Map.Entry<Algorithm, Future<Checksum>> digest : started.entrySet()) {
            try {
                found.put(digest.getKey(), digest.getValue().get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException io) {
                    throw io;
                }
                throw new IllegalStateException("digest failed", e.getCause());
            }
        }
        return new Digests(found);
    }

    /** The address that a connection asks now; empty when none is left. */
    Optional<Origin> origin(int worker) {
        List<Origin> alive = origins.stream().filter(o -> o.failure().isEmpty()).toList();
        if (alive.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(alive.get(mixable() ? worker % alive.size() : 0));
    }

    /** Whether bytes from several addresses may be put together: a digest over all of them will tell. */
    private boolean mixable() {
        return proven() && !alone;
    }

    private boolean proven() {
        return request().expected().provable() && !pieces.fetchesPartsOnly();
    }

    /** Whether the bytes that are there came from another address, and must not be put together with those of this one. */
    synchronized boolean wouldMix(Origin origin) {
        if (mixable() || pieces.presentBytes() == 0) {
            return false;
        }
        return source.isPresent() ? source.get() != origin : !part.map().isFrom(origin.published());
    }

    /** Whether another attempt follows this one. */
    boolean replaced() {
        return pieces.failure().filter(BytesReplacedException.class::isInstance).isPresent();
    }

    /**
     * Looks at a delivery before its bytes are used: right place, right size, same version. Learns from it.
     *
     * @throws Refusal when its bytes must not be used
     */
    synchronized void accept(Origin origin, Delivery delivery, Segment segment) throws IOException {
        boolean proven = proven();
        checkSize(delivery);
        Optional<String> known = origin.version();
        boolean differs = known.isPresent() && delivery.version().isPresent() && !known.equals(delivery.version());
        boolean uncertain = !proven && pieces.presentBytes() > 0 && !known.equals(delivery.version());
        if (differs || uncertain) {
            throw new Refusal(Meaning.CHANGED, "the file at the server has changed");
        }
        if (delivery.ranged()) {
            if (delivery.offset() != segment.position) {
                throw new Refusal(Meaning.PASSING, "sent other bytes than those asked for");
            }
        } else {
            acceptWhole(delivery, segment, proven);
        }
        learn(origin, delivery);
    }

    private void checkSize(Delivery delivery) throws Refusal {
        if (delivery.size().isEmpty()) {
            if (delivery.ranged() && pieces.knownSize() < 0) {
                throw new Refusal(Meaning.GONE, "does not say how long the file is");
            }
            return;
        }
        long size = delivery.size().getAsLong();
        long expected = request().expected().bytes().orElse(size);
        if (expected != size) {
            throw new Refusal(Meaning.GONE, "has " + size + " bytes where " + expected + " are published");
        }
        if (pieces.knownSize() >= 0 && pieces.knownSize() != size) {
            throw new Refusal(Meaning.CHANGED, "the file at the server has another size now");
        }
    }

    private void acceptWhole(Delivery delivery, Segment segment, boolean proven) throws Refusal {
        if (pieces.presentBytes() > 0 && !proven && delivery.version().isEmpty()) {
            throw new Refusal(
                    Meaning.CHANGED, "the server cannot continue a file and does not tell whether it is the same");
        }
        if (!pieces.takeWhole(segment)) {
            throw new Refusal(Meaning.PASSING, "sent the whole file instead of a part of it");
        }
        startDigests();
    }

    private void learn(Origin origin, Delivery delivery) throws IOException {
        origin.learn(
                delivery.version().or(origin::version), delivery.condition().or(origin::condition));
        if (delivery.size().isPresent() && pieces.knownSize() < 0) {
            pieces.size(delivery.size().getAsLong());
        }
        if (part.map().size().isEmpty() && pieces.knownSize() >= 0) {
            part.map().size(pieces.knownSize());
        }
        if (delivery.version().isPresent()) {
            part.note(origin.published(), delivery.version().get());
        }
        if (source.isEmpty()) {
            source = Optional.of(origin);
            transfer.listener().started(request(), origin.asked(), pieces.knownSize(), pieces.presentBytes());
            addConnections(delivery);
        }
    }

    private void addConnections(Delivery delivery) {
        long left = pieces.knownSize() - pieces.presentBytes();
        if (!delivery.ranged() || (left <= SINGLE && !pieces.fetchesPartsOnly())) {
            return;
        }
        long worth = Math.min(transfer.connections(), left / WORTH_A_CONNECTION);
        while (workers.size() < worth) {
            addWorker();
        }
    }

    /** Whether a connection may stop because others are at work. */
    synchronized boolean retire() {
        if (working > 1) {
            working--;
            return true;
        }
        return false;
    }

    /** A connection cannot go on. The last one ends the attempt. */
    synchronized void exhausted() {
        working--;
        if (working > 0) {
            return;
        }
        boolean another = origins.stream().anyMatch(o -> o.failure().isEmpty());
        pieces.fail(another ? new BytesReplacedException("another address is tried") : failure());
    }

    /** Says of every address why it was of no use. */
    DatasetsException failure() {
        StringBuilder message = new StringBuilder(request().label() + " cannot be downloaded:");
        String remedy = "";
        for (Origin origin : origins) {
            message.append("\n    ")
                    .append(Origin.shown(origin.asked()))
                    .append(": ")
                    .append(origin.failure().orElse("not tried"));
            remedy = remedy.isEmpty() ? origin.remedy() : remedy;
        }
        String byHand = transfer.byHand();
        return new DatasetsException(message.toString(), remedy.isEmpty() ? byHand : remedy);
    }

    /** Gives up. What has arrived stays. */
    @Override
    public void close() throws IOException {
        pieces.close();
        synchronized (this) {
            workers.forEach(worker -> worker.cancel(true));
            digests.values().forEach(digest -> digest.cancel(true));
        }
        part.close();
    }
}
