package io.evaldata.datasets.download;

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

    /** How often one address may break off an answer that cannot be continued. */
    private static final int MOST_BREAKS = 5;

    private final Transfer transfer;
    private final PartFile part;
    private final Pieces pieces;
    private final Origins origins;
    private final Manner manner;
    private final Belonging belonging;
    private final List<Future<?>> workers = new ArrayList<>();
    private final Map<Algorithm, Future<Checksum>> digests = new EnumMap<>(Algorithm.class);
    private final AtomicLong received = new AtomicLong();
    private Optional<Origin> source = Optional.empty();
    private int working;
    private boolean changed;

    /**
     * Prepares an attempt.
     *
     * @param part what is there already; closed with the attempt
     */
    Attempt(Transfer transfer, PartFile part, Origins origins, Manner manner) {
        this.transfer = transfer;
        this.part = part;
        this.origins = origins;
        this.manner = manner;
        long size =
                transfer.request().expected().bytes().orElse(part.map().size().orElse(-1));
        this.pieces = new Pieces(part.map().present(), size, transfer.partsOnly(), transfer.connections());
        this.belonging = new Belonging(transfer.request().expected(), pieces, manner);
        for (Origin origin : origins.all()) {
            Optional<String> version = part.map().validator(origin.published());
            origin.learn(version, version.filter(value -> value.startsWith("\""))); // a date may have had a weak tag
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
        boolean brokeOff = origin(0).filter(first -> first.breaks() > 0).isPresent();
        if (brokeOff || manner == Manner.IN_ONE_PIECE) {
            pieces.inOnePiece();
        }
        if (source.isPresent() && !belonging.across(source.get().version())) {
            pieces.fail(new BytesReplacedException("nothing tells whether the rest would be of the same file"));
        }
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
        List<Origin> alive = origins.alive();
        if (alive.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(alive.get(belonging.acrossAddresses() ? worker % alive.size() : 0));
    }

    /** Whether an answer ended early that no other may continue. */
    boolean mustStartOver(Origin origin) {
        return pieces.presentBytes() > 0 && !belonging.across(origin.version());
    }

    /** Ends the attempt, as what is there is of no use; an address where that happens again and again is given up. */
    void startOver(Origin origin) {
        int breaks = origin.breaksOff();
        if (breaks == MOST_BREAKS) {
            origin.fail(
                    "broke off " + breaks + " times, and names no version by which the file could be continued"
                            + " (ETag, Last-Modified)",
                    "");
        }
        endWith("the connection broke off, and nothing tells whether the rest would be of the same file");
    }

    /** Ends the attempt, as the file is not any more the one of which there are bytes. */
    synchronized void changed(String reason) {
        changed = true;
        pieces.fail(new BytesReplacedException(reason));
    }

    /** Whether the attempt ended because the file changed. */
    synchronized boolean isChanged() {
        return changed;
    }

    /** Whether nothing but the digest could tell that the answers belong together. */
    synchronized boolean leftToTheDigest() {
        return belonging.leftToTheDigest();
    }

    /** Whether the bytes that are there came from another address, and must not be put together with those of this one. */
    synchronized boolean wouldMix(Origin origin) {
        if (belonging.acrossAddresses() || pieces.presentBytes() == 0) {
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
        boolean begun = pieces.presentBytes() > 0
                || source.filter(first -> first == origin).isPresent();
        belonging.check(origin, delivery, begun);
        if (!delivery.ranged()) {
            acceptWhole(segment);
        } else if (delivery.offset() != segment.position) {
            throw new Refusal(Meaning.PASSING, "sent other bytes than those asked for");
        } else if (!belonging.across(delivery.version())) {
            boolean allWasAskedFor = pieces.isInOnePiece();
            pieces.inOnePiece();
            if (!delivery.isWhole()) {
                throw allWasAskedFor
                        ? new Refusal(Meaning.PASSING, "sent a part of the file where all of it was asked for")
                        : new Refusal(Meaning.NAMELESS_PART, "does not say what the rest would be of");
            }
        }
        learn(origin, delivery);
    }

    private void acceptWhole(Segment segment) throws Refusal {
        if (!pieces.takeWhole(segment)) {
            throw new Refusal(Meaning.PASSING, "sent the whole file instead of a part of it");
        }
        startDigests();
    }

    private void learn(Origin origin, Delivery delivery) throws IOException {
        belonging.taken(delivery);
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
        if (!delivery.ranged() || pieces.isInOnePiece() || (left <= SINGLE && !pieces.fetchesPartsOnly())) {
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
        endWith("another address is tried");
    }

    private void endWith(String reason) {
        pieces.fail(
                origins.alive().isEmpty()
                        ? origins.failure(request(), transfer.byHand())
                        : new BytesReplacedException(reason));
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
