package io.evaldata.datasets.configure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of a text file in the unified format that {@code patch} reads (GNU diffutils manual, "Detailed Description of
 * Unified Format").
 *
 * <p>Lines are compared one by one while both sides have equally many, which is so for all changes made here but those
 * of literals over several lines; these show as one block.
 */
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final StringBuilder text = new StringBuilder();

    private UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** The diff; empty when nothing changes. Content is one char per byte, UTF-8 unless it is not legal UTF-8. */
    static String of(Path path, Optional<String> before, String after) {
        if (before.isPresent() && before.get().equals(after)) {
            return "";
        }
        UnifiedDiff diff = new UnifiedDiff(lines(before.orElse("")), lines(after));
        diff.text.append("--- ").append(before.isPresent() ? path : "/dev/null").append('\n');
        diff.text.append("+++ ").append(path).append('\n');
        diff.hunks();
        return diff.text.toString();
    }

    private void hunks() {
        if (before.size() != after.size()) {
            int head = 0;
            while (head < Math.min(before.size(), after.size())
                    && before.get(head).equals(after.get(head))) {
                head++;
            }
            int tail = 0;
            while (tail < Math.min(before.size(), after.size()) - head
                    && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
                tail++;
            }
            hunk(List.of(new Block(head, before.size() - tail, after.size() - tail)));
            return;
        }
        List<Block> near = new ArrayList<>();
        for (int line = 0; line < before.size(); line++) {
            if (!before.get(line).equals(after.get(line))) {
                if (!near.isEmpty() && line - near.get(near.size() - 1).beforeEnd() > 2 * CONTEXT) {
                    hunk(near);
                    near.clear();
                }
                near.add(new Block(line, line + 1, line + 1));
            }
        }
        hunk(near);
    }

    /** Blocks near each other, with the lines between and around them. */
    private void hunk(List<Block> blocks) {
        Block last = blocks.get(blocks.size() - 1);
        int start = Math.max(0, blocks.get(0).start() - CONTEXT);
        int end = Math.min(before.size(), last.beforeEnd() + CONTEXT);
        int grown = last.afterEnd() - last.beforeEnd();
        text.append("@@ -").append(range(start, end));
        text.append(" +").append(range(start, end + grown)).append(" @@\n");
        int at = start;
        for (Block block : blocks) {
            append(' ', before.subList(at, block.start()));
            append('-', before.subList(block.start(), block.beforeEnd()));
            append('+', after.subList(block.start(), block.afterEnd()));
            at = block.beforeEnd();
        }
        append(' ', before.subList(at, end));
    }

    private void append(char mark, List<String> lines) {
        for (String line : lines) {
            text.append(mark).append(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            if (!line.endsWith("\n")) {
                text.append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static String range(int start, int end) {
        return end == start ? start + ",0" : (start + 1) + "," + (end - start);
    }

    /** Lines with their ends. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines;
    }

    /** Lines {@code start} to {@code beforeEnd} of one side that lines {@code start} to {@code afterEnd} replace. */
    private record Block(int start, int beforeEnd, int afterEnd) {}
}
