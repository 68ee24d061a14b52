package io.evaldata.datasets.segmentation;

/** A run-length mask is not what it should be; the message says how, without naming the mask. */
final class MalformedMaskException extends RuntimeException {
    MalformedMaskException(String message) {
        super(message);
    }
}
