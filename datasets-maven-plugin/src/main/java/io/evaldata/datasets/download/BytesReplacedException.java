package io.evaldata.datasets.download;

import java.io.IOException;

/**
 * Bytes that were already read turned out not to belong to the file, and it is being fetched anew: whoever used them
 * starts over with {@link Fetch#bytes()}.
 */
public final class BytesReplacedException extends IOException {
    BytesReplacedException(String message) {
        super(message);
    }
}
