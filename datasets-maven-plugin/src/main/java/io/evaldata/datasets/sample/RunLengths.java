package io.evaldata.datasets.sample;

/**
 * Writes masks as COCO's compressed run lengths: columns from the left, each from the top, runs of zeros and ones in turn
 * beginning with zeros; from the third run on the difference to the run two before; five bits a character, low bits
 * first, bit 5 says that more follow, all moved up by 48 (pycocotools {@code rleToString}).
 */
final class RunLengths {
    private static final int BASE = 48;
    private static final int BITS = 5;
    private static final int PAYLOAD = (1 << BITS) - 1;
    private static final int SIGN = 1 << (BITS - 1);
    private static final int MORE = 1 << BITS;

    private RunLengths() {}

    /** Says which pixels belong to a mask. */
    interface Mask {
        boolean covers(int x, int y);
    }

    static String of(int width, int height, Mask mask) {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        int run = 0;
        int[] before = {0, 0};
        int runs = 0;
        for (int i = 0; i <= width * height; i++) {
            boolean end = i == width * height;
            if (!end && mask.covers(i / height, i % height) == inside) {
                run++;
                continue;
            }
            append(text, runs > 2 ? run - before[runs % 2] : run);
            before[runs % 2] = run;
            runs++;
            inside = !inside;
            run = 1;
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int number) {
        int rest = number;
        boolean more = true;
        while (more) {
            int bits = rest & PAYLOAD;
            rest >>= BITS;
            more = (bits & SIGN) == 0 ? rest != 0 : rest != -1;
            text.append((char) (BASE + (more ? bits | MORE : bits)));
        }
    }
}
