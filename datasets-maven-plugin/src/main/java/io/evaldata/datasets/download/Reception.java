package io.evaldata.datasets.download;

import io.evaldata.datasets.download.Refusal.Meaning;
import io.evaldata.datasets.io.ByteRange;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One answer's way into the part file: its first bytes are looked at, and all are written to their place and then noted in
 * the map, as long as nobody took the rest of the segment over.
 */
final class Reception {
    /** So much makes an answer worth its while. */
    private static final long PROGRESS = 1 << 14;

    private final Attempt attempt;
    private final Pieces pieces;
    private final Origin origin;
    private final Delivery delivery;
    private final Segment segment;
    private final ByteBuffer buffer;
    /** Bytes of this answer that were not there before; those that were are no progress. */
    private long fresh;

    /**
     * Nothing has been read of the answer yet.
     *
     * @param buffer empty; free for other use after {@link #receive}
     */
    Reception(Attempt attempt, Origin origin, Delivery delivery, Segment segment, ByteBuffer buffer) {
        this.attempt = attempt;
        this.pieces = attempt.pieces();
        this.origin = origin;
        this.delivery = delivery;
        this.segment = segment;
        this.buffer = buffer;
    }

    /** Whether enough has come not to count a failure after it together with those before. */
    boolean hasProgressed() {
        return fresh >= PROGRESS;
    }

    /**
     * Takes the answer's bytes until the segment is done.
     *
     * @throws Refusal when they must not be used
     * @throws EOFException when there were too few
     */
    void receive() throws IOException {
        if (delivery.offset() == 0) {
            readHead();
        }
        attempt.accept(origin, delivery, segment);
        write();
        while (!pieces.over() && !pieces.done(segment)) {
            if (delivery.answer().read(buffer) < 0) {
                ended();
                return;
            }
            write();
        }
    }

    /** Reads the leading bytes, which tell whether this is the file at all, into the buffer. */
    private void readHead() throws IOException {
        int count = 0;
        while (count >= 0 && buffer.position() < FileKind.HEAD) {
            count = delivery.answer().read(buffer);
        }
        byte[] head = new byte[Math.min(buffer.position(), FileKind.HEAD)];
        buffer.get(0, head);
        FetchRequest request = attempt.request();
        Optional<String> impostor = Impostor.recognise(request.expected().kind(), head, request.file());
        if (impostor.isPresent()) {
            throw new Refusal(Meaning.GONE, "sent " + impostor.get());
        }
    }

    /**
     * Empties the buffer into the file, then notes in the map what the file has got. What is there is not written over, as a
     * server that ignores ranges would have it: digests and readers have seen it, and what they saw has to be what stays.
     */
    private void write() throws IOException {
        int count = buffer.position();
        long before = segment.position;
        int kept = pieces.reserve(segment, count);
        try {
            for (ByteRange gap : pieces.missing(before, before + kept)) {
                attempt.part().write(buffer.slice((int) (gap.offset() - before), (int) gap.length()), gap.offset());
                attempt.part().map().have(gap.offset(), gap.length());
            }
        } catch (IOException e) {
            throw new PartWriteException(attempt.part().path(), e);
        }
        buffer.clear();
        if (count > 0) {
            // Counted first: with the last bytes somebody may see that the file is complete, and tell how much was
            // moved.
            origin.delivers(count);
            attempt.received(count);
            fresh += pieces.arrived(segment, kept);
        }
    }

    /**
     * The body ended before the segment did: fine when the server announced only so much of what was asked for (RFC 9110,
     * 15.3.7), or when nobody knew how long the file is.
     */
    private void ended() throws IOException {
        long announced = delivery.offset() + delivery.length().orElse(0);
        if (delivery.ranged() && segment.position == announced && hasProgressed()) {
            return;
        }
        long expected = attempt.request().expected().bytes().orElse(segment.position);
        if (pieces.knownSize() >= 0 || expected != segment.position) {
            throw new EOFException("the body ended at byte " + segment.position);
        }
        attempt.part().map().size(segment.position);
        pieces.size(segment.position);
    }
}
