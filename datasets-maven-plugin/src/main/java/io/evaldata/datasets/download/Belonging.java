package io.evaldata.datasets.download;

import io.evaldata.datasets.download.Refusal.Meaning;
import java.util.Optional;

/**
 * Whether answers may be put together to one file: where something says that they are of one file. That is the digest of
 * the whole in the end, or a validator in each of them (RFC 9110, 15.3.7.3).
 *
 * <p>Where there is neither, one answer has to bring all of the file, and what an answer that broke off brought is of no use.
 * Parts are another matter: their reader checks each against the directory of the zip, by size and CRC-32, so that a file
 * replaced meanwhile shows in the first member that is no more what the directory says.
 *
 * <p>Belongs to the {@link Attempt} that made it, under whose lock it looks at answers.
 */
final class Belonging {
    private final Expectation expected;
    private final Pieces pieces;
    private final Manner manner;
    private int answers;
    private int nameless;

    /** No answer has come yet. */
    Belonging(Expectation expected, Pieces pieces, Manner manner) {
        this.expected = expected;
        this.pieces = pieces;
        this.manner = manner;
    }

    /** Whether a digest will tell if bytes do not belong together. */
    private boolean proven() {
        return expected.provable() && !pieces.fetchesPartsOnly() && manner != Manner.IN_ONE_PIECE;
    }

    /** Whether bytes from several addresses may be put together. */
    boolean acrossAddresses() {
        return proven() && manner == Manner.FREELY;
    }

    /** Whether bytes of the version may be followed by those of another answer from the same address. */
    boolean across(Optional<String> version) {
        return version.isPresent() || proven() || pieces.fetchesPartsOnly();
    }

    /**
     * Looks at the size and version that an answer claims.
     *
     * @param begun whether bytes of other answers from the address are there, or on their way
     * @throws Refusal when the answer is of another file
     */
    void check(Origin origin, Delivery delivery, boolean begun) throws Refusal {
        checkSize(delivery);
        Optional<String> known = origin.version();
        Optional<String> said = delivery.version();
        if (known.isPresent() && said.isPresent() && !known.equals(said)) {
            throw new Refusal(Meaning.CHANGED, "the file at the server has changed");
        }
        if (begun && !proven() && (!known.equals(said) || !across(said))) {
            throw new Refusal(Meaning.CHANGED, "the server does not say any more which version of the file it sends");
        }
    }

    private void checkSize(Delivery delivery) throws Refusal {
        if (delivery.size().isEmpty()) {
            if (delivery.ranged() && pieces.knownSize() < 0) {
                throw new Refusal(Meaning.GONE, "does not say how long the file is");
            }
            return;
        }
        long size = delivery.size().getAsLong();
        long published = expected.bytes().orElse(size);
        if (published != size) {
            throw new Refusal(Meaning.GONE, "has " + size + " bytes where " + published + " are published");
        }
        if (pieces.knownSize() >= 0 && pieces.knownSize() != size) {
            throw new Refusal(Meaning.CHANGED, "the file at the server has another size now");
        }
    }

    /** An answer is taken. */
    void taken(Delivery delivery) {
        answers++;
        nameless += delivery.version().isEmpty() ? 1 : 0;
    }

    /** Whether nothing but the digest could tell that the answers taken belong together. */
    boolean leftToTheDigest() {
        return answers > 1 && nameless > 0;
    }
}
