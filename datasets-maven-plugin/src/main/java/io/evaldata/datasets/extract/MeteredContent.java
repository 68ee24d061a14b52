package io.evaldata.datasets.extract;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What a whole compressed archive unfolds to, held to the ratio that is allowed also where all of it is passed over. */
final class MeteredContent implements Content {
    private final DecodedContent content;
    private final String archive;
    private final Meter meter;
    private long unfolded;

    MeteredContent(DecodedContent content, String archive, Meter meter) {
        this.content = content;
        this.archive = archive;
        this.meter = meter;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = content.read(into);
        unfolded += Math.max(count, 0);
        meter.checkRatio(archive, content.consumed(), unfolded);
        return count;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
