package io.evaldata.datasets.download;

/** How careful an {@link Attempt} is. */
enum Manner {
    /** Over many connections, and where a digest will prove the result, from all addresses at once. */
    FREELY,
    /** Over many connections from one address. */
    ALONE,
    /** Over one connection from one address, and without a validator in one answer, also where a digest is known. */
    IN_ONE_PIECE
}
