package io.evaldata.datasets.extract;

/**
 * How far an archive may unfold before it is taken for a bomb.
 *
 * @param maxBytes most bytes that may be written
 * @param maxMembers most members an archive may hold, those of inner archives included
 * @param maxRatio most bytes that may come out of one compressed byte, over the whole of an archive; judged once 16 MiB have come out
 */
public record Limits(long maxBytes, long maxMembers, int maxRatio) {
    /** JSON and text reach about 30, drawn label maps about 100; deflate cannot exceed 1032. */
    private static final int USUAL_RATIO = 250;

    public Limits {
        if (maxBytes < 0 || maxMembers < 0 || maxRatio < 1) {
            throw new IllegalArgumentException("negative limits: " + maxBytes + ", " + maxMembers + ", " + maxRatio);
        }
    }

    /** These many bytes and members, and a ratio that no dataset comes near. */
    public static Limits of(long maxBytes, long maxMembers) {
        return new Limits(maxBytes, maxMembers, USUAL_RATIO);
    }
}
