package io.evaldata.datasets.download;

import java.net.URI;
import java.util.List;

/**
 * One source file to have in the cache: where it is published and what is known about it.
 *
 * @param dataset id of the dataset, the folder below {@code datasets.manualDir} that is looked into first
 * @param file name of the file in the cache and in {@code datasets.manualDir}
 * @param urls where it is published, in order of preference, before any mirror rule; empty when only a
 *     person can fetch it
 * @param expected what its bytes must satisfy
 * @param gate what stands between the user and the file
 */
public record FetchRequest(String dataset, String file, List<URI> urls, Expectation expected, Gate gate) {
    public FetchRequest {
        urls = List.copyOf(urls);
        if (file.isEmpty() || file.indexOf('/') >= 0 || file.indexOf('\\') >= 0 || file.startsWith(".")) {
            throw new IllegalArgumentException("not a plain file name: '" + file + "'");
        }
    }

    /** A file that anybody may fetch. */
    public static FetchRequest open(String dataset, String file, List<URI> urls, Expectation expected) {
        return new FetchRequest(dataset, file, urls, expected, Gate.OPEN);
    }

    /** The dataset and the file, as messages name them. */
    public String label() {
        return dataset + ": " + file;
    }
}
