package io.evaldata.datasets;

/**
 * Something the product was asked to do cannot be done. The one exception family of the product.
 *
 * <p>The message is a whole report for the user: what happened, to which thing, what was expected and
 * found. {@link #remedy()} is the next step. Neither ever holds a secret.
 */
public class DatasetsException extends RuntimeException {
    private final String remedy;

    public DatasetsException(String message, String remedy) {
        this(message, remedy, null);
    }

    public DatasetsException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What the user can do next, as one sentence; empty when there is nothing to advise. */
    public String remedy() {
        return remedy;
    }

    /** Message and remedy together, as shown to the user. */
    public String report() {
        return remedy.isEmpty() ? getMessage() : getMessage() + "\n  -> " + remedy;
    }
}
