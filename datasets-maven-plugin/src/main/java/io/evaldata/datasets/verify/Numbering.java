package io.evaldata.datasets.verify;

import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.verify.Finding.Kind;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the numbers in the names of every folder run from 1 without a gap: Caltech-101's reader counts the files of a
 * folder and then opens that many by number.
 */
final class Numbering {
    private static final String NUMBER = "n";
    private static final int HIGHEST = 10_000_000;

    private final PathPattern files;

    Numbering(PathPattern files) {
        this.files = files;
    }

    void check(Tree tree, Findings findings) {
        Map<String, BitSet> numbers = new TreeMap<>();
        for (String path : tree.below(files.folder()).keySet()) {
            files.match(path).ifPresent(parts -> {
                int number = number(parts.get(NUMBER));
                if (number < 1) {
                    findings.add(Kind.UNEXPECTED, path, "a number from 1 in the name", "'" + parts.get(NUMBER) + "'");
                } else {
                    String folder = path.substring(0, path.lastIndexOf('/') + 1);
                    numbers.computeIfAbsent(folder, f -> new BitSet()).set(number);
                }
            });
        }
        numbers.forEach((folder, found) -> {
            int gap = found.nextClearBit(1);
            if (gap < found.length()) {
                findings.add(
                        Kind.MISSING,
                        folder,
                        "numbers from 1 to " + (found.length() - 1) + " without a gap",
                        found.cardinality() + " files; number " + gap + " is the first that is absent");
            }
        });
    }

    /** The number, or 0 when it is none or out of all reason. */
    private static int number(String digits) {
        try {
            int number = Integer.parseInt(digits);
            return number <= HIGHEST ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
