package io.evaldata.datasets.extract;

import java.util.Random;

/** Bytes to compress. */
final class Contents {
    private static final String[] WORDS = {"image", "caption", "a", "the", "dog", "on", "bench", "\"id\":", "\n", ", "};

    private Contents() {}

    static byte[] of(String kind, int size, Random random) {
        byte[] bytes = new byte[size];
        if (kind.equals("picture")) {
            random.nextBytes(bytes);
            for (int i = 0; i < size; i++) {
                // A little skewed, so that deflate codes literals instead of storing blocks.
                bytes[i] = bytes[i] % 16 == 0 ? (byte) (bytes[i] / 2) : bytes[i];
            }
            return bytes;
        }
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            if (random.nextInt(6) == 0) {
                text.append(random.nextInt(100_000));
            }
        }
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }
}
