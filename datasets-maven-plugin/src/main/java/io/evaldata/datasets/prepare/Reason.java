package io.evaldata.datasets.prepare;

/**
 * Why a dataset has to be prepared.
 *
 * @param words what to say of it, behind its name
 * @param isNew whether there is nothing of it yet: so it is with most, and need not be said of each
 */
public record Reason(String words, boolean isNew) {
    /** There is nothing of it yet. */
    public static final Reason NEW = new Reason("not prepared yet", true);

    /** What there is of it is not what is asked for. */
    public static Reason of(String words) {
        return new Reason(words, false);
    }
}
