package ${package}.model;

/** The two sums that all evaluations over embeddings are made of. */
public final class Vectors {
    private Vectors() {}

    /** The cosine of the angle between two vectors of length one. */
    public static float dot(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("A vector of " + a.length + " can't be compared with one of " + b.length
                    + ": do both towers belong to one model?");
        }
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The vector scaled to length one; the zero vector stays as it is. */
    public static float[] normalised(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
