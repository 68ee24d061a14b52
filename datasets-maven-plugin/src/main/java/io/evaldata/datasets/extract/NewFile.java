package io.evaldata.datasets.extract;

import java.nio.ByteBuffer;

/**
 * A file to write.
 *
 * @param path relative to the target folder, with {@code /} between segments
 * @param content the bytes between position and limit; must stay unchanged afterwards
 */
public record NewFile(String path, ByteBuffer content) {

    /** A file of all these bytes. */
    public static NewFile of(String path, byte[] content) {
        return new NewFile(path, ByteBuffer.wrap(content));
    }
}
