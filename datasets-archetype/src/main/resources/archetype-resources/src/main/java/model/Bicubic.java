package ${package}.model;

import java.util.Arrays;

/** The weights that make a line of pixels longer or shorter (Keys' cubic, a = -0.5, widened when shrinking). */
final class Bicubic {
    private static final double A = -0.5;
    private static final double REACH = 2;

    private final int from;
    private final int[] starts;
    private final double[][] weights;

    private Bicubic(int from, int[] starts, double[][] weights) {
        this.from = from;
        this.starts = starts;
        this.weights = weights;
    }

    static Bicubic resize(int from, int to) {
        double scale = (double) from / to;
        double widening = Math.max(1, scale);
        int[] starts = new int[to];
        double[][] weights = new double[to][];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int start = Math.max(0, (int) (centre - REACH * widening + 0.5));
            int end = Math.min(from, (int) (centre + REACH * widening + 0.5));
            double[] raw = new double[end - start];
            for (int x = start; x < end; x++) {
                raw[x - start] = cubic((x + 0.5 - centre) / widening);
            }
            double sum = Arrays.stream(raw).sum();
            weights[i] = new double[raw.length];
            for (int k = 0; k < raw.length; k++) {
                weights[i][k] = raw[k] / sum;
            }
            starts[i] = start;
        }
        return new Bicubic(from, starts, weights);
    }

    /** Only {@code length} of the pixels it makes, from {@code start} on. */
    Bicubic cut(int start, int length) {
        return new Bicubic(
                from,
                Arrays.copyOfRange(starts, start, start + length),
                Arrays.copyOfRange(weights, start, start + length));
    }

    /** Resizes each of the rows of an image that is {@code from} wide. */
    double[] rows(double[] pixels, int height) {
        double[] result = new double[starts.length * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < starts.length; x++) {
                result[y * starts.length + x] = sum(pixels, y * from + starts[x], 1, weights[x]);
            }
        }
        return result;
    }

    /** Resizes each of the columns of an image that is {@code from} high. */
    double[] columns(double[] pixels, int width) {
        double[] result = new double[starts.length * width];
        for (int y = 0; y < starts.length; y++) {
            for (int x = 0; x < width; x++) {
                result[y * width + x] = sum(pixels, starts[y] * width + x, width, weights[y]);
            }
        }
        return result;
    }

    private static double sum(double[] pixels, int start, int step, double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += pixels[start + k * step] * weights[k];
        }
        return sum;
    }

    private static double cubic(double x) {
        double d = Math.abs(x);
        if (d < 1) {
            return ((A + 2) * d - (A + 3)) * d * d + 1;
        }
        return d < 2 ? A * (((d - 5) * d + 8) * d - 4) : 0;
    }
}
