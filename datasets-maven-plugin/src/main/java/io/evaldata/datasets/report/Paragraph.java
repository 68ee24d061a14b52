package io.evaldata.datasets.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines that fit a terminal of 80 columns behind the {@code [INFO]} of a build's log. */
final class Paragraph {
    /** What is left of 80 columns. */
    static final int WIDTH = 73;

    private Paragraph() {}

    /**
     * Breaks a text between words; a word that is too long, such as an address, gets a line of its own.
     *
     * @param first what the first line begins with; the others are indented as far
     */
    static List<String> of(String first, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.strip().split("\\s+", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(first.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
