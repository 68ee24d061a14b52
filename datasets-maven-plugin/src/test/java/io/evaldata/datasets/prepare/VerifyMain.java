package io.evaldata.datasets.prepare;

import java.util.List;

/**
 * Looks at every dataset of a catalogue file again from the command line, as the goal does, for {@code it/bench}.
 *
 * <p>Arguments: catalogue file, root, cache folder, {@code quick} or {@code deep}.
 */
public final class VerifyMain {
    private VerifyMain() {}

    /** Verifies; ends with status 1 when something is not good. */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        List<Verification.Result> results = new Verification(PrepareMain.request(args)).verify(args[3].equals("deep"));
        boolean good = results.stream().allMatch(Verification.Result::isGood);
        System.out.printf("%s, %.3f s inside%n", good ? "good" : "not good", (System.nanoTime() - start) / 1e9);
        System.exit(good ? 0 : 1);
    }
}
