package io.evaldata.datasets.extract;

import java.util.List;

/** What was unpacked. */
public final class Extraction {
    private final long members;
    private final long bytes;
    private final WrittenFiles written;

    Extraction(long members, long bytes, WrittenFiles written) {
        this.members = members;
        this.bytes = bytes;
        this.written = written;
    }

    /** Members seen, also those left out, also those of inner archives. */
    public long members() {
        return members;
    }

    /** Bytes written. */
    public long bytes() {
        return bytes;
    }

    /** Every file written, sorted by path; sorted anew each time, as whoever listens has heard of all of them already. */
    public List<WrittenFile> files() {
        return written.sorted();
    }
}
