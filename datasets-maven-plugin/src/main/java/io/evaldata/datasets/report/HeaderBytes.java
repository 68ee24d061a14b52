package io.evaldata.datasets.report;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Single numbers at places of a file, read a small window at a time. */
final class HeaderBytes {
    private final FileChannel file;
    private final ByteBuffer window = ByteBuffer.allocate(4096).limit(0);
    private long start;

    HeaderBytes(FileChannel file) {
        this.file = file;
    }

    int u8(long place) throws IOException {
        if (place < start || place >= start + window.limit()) {
            window.clear();
            start = place;
            int count = file.read(window, place);
            window.position(0).limit(Math.max(0, count));
            if (count <= 0) {
                throw new EOFException("the file ends within its header");
            }
        }
        return window.get((int) (place - start)) & 0xFF;
    }

    int u16(long place) throws IOException {
        return u8(place) << 8 | u8(place + 1);
    }

    int u32(long place) throws IOException {
        return u16(place) << 16 | u16(place + 2);
    }

    int little16(long place) throws IOException {
        return u8(place) | u8(place + 1) << 8;
    }

    int little32(long place) throws IOException {
        return little16(place) | little16(place + 2) << 16;
    }
}
