package io.evaldata.datasets.download;

import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The paths of one file in the cache: a folder named after what the file is, and in it the file beside its traces.
 *
 * <p>The name comes from the content where a digest is known, so that two catalogues that mean the same bytes share
 * them, and two that do not, never meet.
 *
 * @param folder {@code sha256-<12 hex>}, {@code sha1-…}, {@code md5-…} or {@code url-…} (of the first address, or of dataset and file where there is none)
 * @param name the file's own name
 */
record CacheEntry(Path folder, String name) {
    private static final int KEY_LENGTH = 12;

    static CacheEntry of(Path cache, FetchRequest request) {
        return new CacheEntry(cache.resolve(key(request)), request.file());
    }

    /** Where the file lies when nobody knows its digest. */
    static CacheEntry byAddress(Path cache, FetchRequest request) {
        return new CacheEntry(cache.resolve(addressKey(request)), request.file());
    }

    private static String key(FetchRequest request) {
        for (Algorithm algorithm : Algorithm.values()) {
            Optional<Checksum> digest = request.expected().checksum(algorithm);
            if (digest.isPresent()) {
                return algorithm.key() + "-" + digest.get().hex().substring(0, KEY_LENGTH);
            }
        }
        return addressKey(request);
    }

    private static String addressKey(FetchRequest request) {
        String known = request.urls().isEmpty()
                ? request.label()
                : request.urls().get(0).toString();
        return "url-" + Checksum.sha256(known).hex().substring(0, KEY_LENGTH);
    }

    /** The proven file. */
    Path file() {
        return folder.resolve(name);
    }

    /** The file while it arrives. */
    Path part() {
        return folder.resolve(name + ".part");
    }

    /** Which bytes of the part are there. */
    Path map() {
        return folder.resolve(name + ".part.map");
    }

    /** What the file was found to be, when it was last read through. */
    Path proof() {
        return folder.resolve(name + ".proof");
    }

    /** Says that somebody wants the file to stay after it was used. */
    Path kept() {
        return folder.resolve(name + ".kept");
    }

    /** Held while one process fetches. */
    Path lock() {
        return folder.resolve(name + ".lock");
    }

    /** A file that was here and was not what it should be. */
    Path wrong() {
        return folder.resolve(name + ".wrong");
    }
}
