package ${package}.classification;

import java.util.stream.IntStream;

/** Counts right answers class by class. */
public final class Accuracy {
    private final long[] right;
    private final long[] asked;

    public Accuracy(int classes) {
        right = new long[classes];
        asked = new long[classes];
    }

    public void add(int label, int predicted) {
        asked[label]++;
        if (label == predicted) {
            right[label]++;
        }
    }

    /** The share of images that were recognised; 0 when there were none. */
    public double top1() {
        long images = images();
        return images == 0
                ? 0
                : (double) IntStream.range(0, right.length)
                                .mapToLong(c -> right[c])
                                .sum()
                        / images;
    }

    /** The mean of the classes' own shares; classes without an image don't count. */
    public double meanPerClass() {
        return IntStream.range(0, asked.length)
                .filter(c -> asked[c] > 0)
                .mapToDouble(c -> (double) right[c] / asked[c])
                .average()
                .orElse(0);
    }

    public long images() {
        return IntStream.range(0, asked.length).mapToLong(c -> asked[c]).sum();
    }
}
