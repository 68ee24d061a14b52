package ${package}.retrieval;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The share of queries with a right answer among the first k; of answers with equal scores the one listed first counts as the
 * better one.
 */
public final class Recall {
    private final int[] ranks;

    private Recall(int[] ranks) {
        this.ranks = ranks;
    }

    /**
     * The recall of queries whose answers are ranked already.
     *
     * @param ranks for each query, how many answers come before the first right one
     */
    public static Recall ofRanks(int[] ranks) {
        return new Recall(ranks.clone());
    }

    /**
     * How many answers come before the best right one.
     *
     * @param scores of all answers to one query, higher is better
     * @throws IllegalArgumentException if no answer is right
     */
    public static int rank(float[] scores, IntPredicate right) {
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            if (right.test(i) && (best < 0 || scores[i] > scores[best])) {
                best = i;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("A query without a right answer can't be ranked");
        }
        int before = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > scores[best] || (scores[i] == scores[best] && i < best)) {
                before++;
            }
        }
        return before;
    }

    /** Between 0 and 1; 0 when nothing was asked. */
    public double at(int k) {
        return Arrays.stream(ranks)
                .mapToDouble(rank -> rank < k ? 1 : 0)
                .average()
                .orElse(0);
    }

    public int queries() {
        return ranks.length;
    }
}
