package io.evaldata.datasets.organise;

import io.evaldata.datasets.DatasetsException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, told at once: the first few problems and how many there are. */
final class Problems {
    private static final int SHOWN = 5;

    private final String file;
    private final List<String> first = new ArrayList<>();
    private long count;

    Problems(String file) {
        this.file = file;
    }

    void add(long line, String problem) {
        add("line " + line + ": " + problem);
    }

    void add(String problem) {
        if (first.size() < SHOWN) {
            first.add(problem);
        }
        count++;
    }

    /** Throws all of them as one report, if there are any. */
    void throwIfAny(String remedy) {
        if (count == 0) {
            return;
        }
        StringBuilder report =
                new StringBuilder("'" + file + "' has " + count + (count == 1 ? " problem" : " problems"));
        first.forEach(problem -> report.append("\n  ").append(problem));
        if (count > first.size()) {
            report.append("\n  ... and ").append(count - first.size()).append(" more");
        }
        throw new DatasetsException(report.toString(), remedy);
    }
}
