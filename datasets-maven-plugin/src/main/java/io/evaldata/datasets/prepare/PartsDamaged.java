package io.evaldata.datasets.prepare;

import java.io.IOException;

/** Members of a remote zip, fetched by themselves, were not what its directory says; the whole file may be. */
final class PartsDamaged extends IOException {
    private final transient String source;

    PartsDamaged(String source, Exception reason) {
        super("members of " + source + " fetched by themselves are damaged: " + reason.getMessage(), reason);
        this.source = source;
    }

    /** The file's name. */
    String source() {
        return source;
    }
}
