package io.evaldata.datasets.download;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.Fetched.Provenance;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Makes one attempt after another at a file: begins anew when its bytes turn out to be wrong or are replaced at the server,
 * and finds out which address is to blame.
 */
final class Attempts {
    private static final int MOST = 6;

    /** A file that changes so often is more likely one of which each of several servers has its own idea. */
    private static final int CHANGES = 2;

    private final Transfer transfer;
    private final FetchRequest request;
    private final Origins origins;
    private final CacheEntry entry;
    private long transferred;

    /** Nothing is tried yet; the caller holds the entry's lock. */
    Attempts(Transfer transfer, Origins origins, CacheEntry entry) {
        this.transfer = transfer;
        this.request = transfer.request();
        this.origins = origins;
        this.entry = entry;
    }

    /**
     * Makes attempts until the file is proven, or until nobody wants its parts any more.
     *
     * @throws DatasetsException when nothing is left to try
     */
    Fetched untilProven() throws IOException, InterruptedException {
        Manner manner = Manner.FREELY;
        int changes = 0;
        PartFile part = PartFile.resume(entry, request.expected().provable() && !transfer.partsOnly());
        for (int attempts = 1; attempts <= MOST + origins.breaks(); attempts++) { // breaks have a limit of their own
            Attempt next = new Attempt(transfer, part, origins, manner);
            boolean resumed = next.pieces().presentBytes() > 0;
            try (next) {
                transfer.begin(next);
                if (transfer.partsOnly() && transfer.waitForUsers(next)) {
                    return parts(next);
                }
                Digests digests = next.awaitDigests();
                if (digests.prove(request.expected())) {
                    return publish(next, digests);
                }
                String difference = digests.difference(request.expected());
                next.pieces().fail(new BytesReplacedException("the digest does not hold: " + difference));
                transfer.listener().corrupted(request, difference);
                if (!resumed) {
                    manner = blame(next, manner, digests);
                }
            } catch (IOException e) {
                Exception reason = next.pieces().failure().orElse(e);
                if (reason instanceof DatasetsException known) {
                    throw known;
                }
                if (!(reason instanceof BytesReplacedException)) {
                    throw e;
                }
                transfer.listener().corrupted(request, reason.getMessage());
                changes += next.isChanged() ? 1 : 0;
                manner = changes < CHANGES ? manner : Manner.IN_ONE_PIECE;
            } finally {
                transferred += next.received();
            }
            part = PartFile.fresh(entry);
        }
        part.close();
        throw new DatasetsException(request.label() + " keeps changing while it is downloaded", transfer.byHand());
    }

    /**
     * A whole download was wrong: if several addresses were asked, ask one at a time from now on; if it was one whose answers
     * may have been of several files, ask for all in one answer; else that address is out.
     *
     * @return how to go on
     */
    private Manner blame(Attempt attempt, Manner manner, Digests found) {
        List<Origin> alive = origins.alive();
        if (alive.size() > 1 && manner == Manner.FREELY) {
            return Manner.ALONE;
        }
        if (attempt.leftToTheDigest()) {
            return Manner.IN_ONE_PIECE;
        }
        attempt.source().or(() -> alive.stream().findFirst()).ifPresent(o -> o.sentAnother(found, request.expected()));
        if (origins.alive().isEmpty()) {
            throw origins.failure(request, transfer.byHand());
        }
        return Manner.ALONE;
    }

    private Fetched publish(Attempt done, Digests digests) throws IOException {
        Optional<Provenance> origin = done.source()
                .or(origins::first)
                .map(o -> new Provenance(
                        o.published(),
                        o.version()
                                .or(() -> done.part().map().validator(o.published()))
                                .map(Delivery::plain)));
        done.part().publish();
        Proof.ofWritten(entry.file(), digests, origin).write(entry.proof());
        long bytes = done.pieces().knownSize();
        return new Fetched(
                entry.file(), bytes, Optional.of(digests.sha256()), origin, transferred + done.received(), true);
    }

    /** What there is of a file of which only parts are fetched. */
    static Fetched parts(Attempt current) {
        return new Fetched(
                current.part().path(),
                current.pieces().knownSize(),
                Optional.empty(),
                current.source()
                        .map(o -> new Provenance(o.published(), o.version().map(Delivery::plain))),
                current.received(),
                false);
    }
}
