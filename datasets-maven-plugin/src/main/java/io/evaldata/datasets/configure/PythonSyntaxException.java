package io.evaldata.datasets.configure;

/** A Python file that cannot be cut into tokens, with the place where reading stopped. */
final class PythonSyntaxException extends Exception {
    private final int offset;

    PythonSyntaxException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }
}
