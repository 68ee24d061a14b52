package io.evaldata.datasets.extract;

import java.io.IOException;
import java.util.List;

/** Makes files out of one member's content, on a worker thread; several run at once. */
@FunctionalInterface
public interface Conversion {

    /** The largest member that can be converted: 64 MiB. */
    int MAX_BYTES = 64 << 20;

    /**
     * Converts one member.
     *
     * @param content the member's complete content, checked against the archive's checksum; the conversion may keep it
     * @return the files to write; may be empty
     * @throws IOException when the content cannot be read for what it should be
     */
    List<NewFile> convert(Member member, byte[] content) throws IOException;
}
