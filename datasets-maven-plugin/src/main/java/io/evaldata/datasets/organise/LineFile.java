package io.evaldata.datasets.organise;

import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A small text file that some copies of a dataset lack, such as SUN397's class names. */
final class LineFile {
    private LineFile() {}

    static void write(Step.WriteLines step, Tree tree) throws IOException {
        if (tree.has(step.to())) {
            return;
        }
        StringBuilder text = new StringBuilder();
        step.lines().forEach(line -> text.append(line).append('\n'));
        tree.write(step.to(), text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
