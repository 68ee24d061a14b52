package io.evaldata.datasets.catalog;

import io.evaldata.datasets.io.Checksum;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One file that a publisher offers.
 *
 * @param file its name in the cache and in the manual folder, unique in the dataset
 * @param urls where it can be had, best first; empty when only a person can fetch it
 * @param bytes its size, when a citable source states it
 * @param approximateBytes about its size, for planning only
 * @param checksums every digest a citable source states; empty means the first download records what it saw
 * @param format what kind of file it is
 * @param access what the publisher asks
 * @param page where a person reads about it and asks for access; empty when there is none
 * @param state what is known about its availability: {@code ok}, or a sentence such as {@code dead since 2023}
 * @param note anything else worth knowing
 */
public record Source(
        String file,
        List<URI> urls,
        OptionalLong bytes,
        OptionalLong approximateBytes,
        Set<Checksum> checksums,
        ArchiveFormat format,
        Access access,
        String page,
        String state,
        String note) {
    public Source {
        urls = List.copyOf(urls);
        checksums = Set.copyOf(checksums);
    }

    /** Whether nobody serves it any more. */
    public boolean isDead() {
        return state.startsWith("dead");
    }

    /** The exact size where known, else about the size, else nothing. */
    public OptionalLong plannedBytes() {
        return bytes.isPresent() ? bytes : approximateBytes;
    }
}
