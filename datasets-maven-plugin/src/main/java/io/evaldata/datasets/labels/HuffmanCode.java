package io.evaldata.datasets.labels;

import java.util.Arrays;

/**
 * A canonical prefix code (RFC 1951 section 3.2.2) that is best for given symbol frequencies under a length limit.
 *
 * <p>Equal frequencies are ordered by symbol, so the same frequencies give the same code everywhere.
 */
final class HuffmanCode {
    private static final int FEW = 100;

    private final int maxLength;
    private final int[] lengths;
    private final int[] codes;
    private final long[] order;
    private final long[] weights;
    private final int[] parents;
    private final int[] lengthCounts;

    HuffmanCode(int symbols, int maxLength) {
        this.maxLength = maxLength;
        lengths = new int[symbols];
        codes = new int[symbols];
        order = new long[symbols];
        weights = new long[2 * symbols];
        parents = new int[2 * symbols];
        lengthCounts = new int[maxLength + 1];
    }

    /** Builds the code for these frequencies; symbols that do not occur get none. */
    void build(int[] frequencies) {
        Arrays.fill(lengths, 0);
        Arrays.fill(lengthCounts, 0);
        int used = 0;
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (frequencies[symbol] > 0) {
                order[used++] = (long) frequencies[symbol] << 16 | symbol;
            }
        }
        sort(used);
        if (used == 1) {
            lengthCounts[1] = 1;
        } else if (used > 1) {
            measureDepths(used);
            limitDepths();
        }
        int rarest = 0;
        for (int length = maxLength; length > 0; length--) {
            for (int n = 0; n < lengthCounts[length]; n++) {
                lengths[(int) order[rarest++] & 0xFFFF] = length;
            }
        }
        assignCodes();
    }

    /** Few symbols occur in label maps, and inserting is ready to run fast sooner than sorting. */
    private void sort(int used) {
        if (used > FEW) {
            Arrays.sort(order, 0, used);
            return;
        }
        for (int i = 1; i < used; i++) {
            long moving = order[i];
            int at = i;
            while (at > 0 && order[at - 1] > moving) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = moving;
        }
    }

    /** Takes over code lengths that are given, such as those of RFC 1951 section 3.2.6. */
    void assign(int[] given) {
        System.arraycopy(given, 0, lengths, 0, lengths.length);
        Arrays.fill(lengthCounts, 0);
        for (int length : lengths) {
            lengthCounts[length]++;
        }
        lengthCounts[0] = 0;
        assignCodes();
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    /** The bits of the symbol, the first one lowest. */
    int code(int symbol) {
        return codes[symbol];
    }

    void write(BitOutput out, int symbol) {
        out.bits(codes[symbol], lengths[symbol]);
    }

    /** Bits that symbols of these frequencies take, without the extra bits some of them carry. */
    long cost(int[] frequencies) {
        long bits = 0;
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            bits += (long) frequencies[symbol] * lengths[symbol];
        }
        return bits;
    }

    /** Huffman's algorithm with two queues: the sorted leaves, and the inner nodes in the order they are made. */
    private void measureDepths(int leaves) {
        for (int i = 0; i < leaves; i++) {
            weights[i] = order[i] >>> 16;
        }
        int nextLeaf = 0;
        int nextInner = leaves;
        int nodes = 2 * leaves - 1;
        for (int node = leaves; node < nodes; node++) {
            long sum = 0;
            for (int child = 0; child < 2; child++) {
                boolean leaf = nextLeaf < leaves && (nextInner >= node || weights[nextLeaf] <= weights[nextInner]);
                int taken = leaf ? nextLeaf++ : nextInner++;
                sum += weights[taken];
                parents[taken] = node;
            }
            weights[node] = sum;
        }
        weights[nodes - 1] = 0;
        for (int node = nodes - 2; node >= 0; node--) {
            int depth = (int) weights[parents[node]] + 1;
            weights[node] = depth;
            if (node < leaves) {
                lengthCounts[Math.min(depth, maxLength)]++;
            }
        }
    }

    /** Cutting off long codes made too many of them: lengthens shorter ones until Kraft's sum is one again. */
    private void limitDepths() {
        long kraft = 0;
        for (int length = 1; length <= maxLength; length++) {
            kraft += (long) lengthCounts[length] << (maxLength - length);
        }
        while (kraft > 1L << maxLength) {
            int length = maxLength - 1;
            while (lengthCounts[length] == 0) {
                length--;
            }
            lengthCounts[length]--;
            lengthCounts[length + 1] += 2;
            lengthCounts[maxLength]--;
            kraft--;
        }
    }

    private void assignCodes() {
        int[] next = new int[maxLength + 1];
        int code = 0;
        for (int length = 1; length <= maxLength; length++) {
            code = (code + lengthCounts[length - 1]) << 1;
            next[length] = code;
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            codes[symbol] = length == 0 ? 0 : Integer.reverse(next[length]++) >>> (32 - length);
        }
    }
}
