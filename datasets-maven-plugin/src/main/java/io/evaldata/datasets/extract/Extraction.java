package io.evaldata.datasets.extract;

import java.util.List;

/**
 * What was unpacked.
 *
 * @param members members seen, also those left out, also those of inner archives
 * @param bytes bytes written
 * @param files every file written, sorted by path
 */
public record Extraction(long members, long bytes, List<WrittenFile> files) {}
