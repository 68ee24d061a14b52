package io.evaldata.datasets.it;

import java.util.List;

/**
 * A fenced block of a Markdown page.
 *
 * @param place the page and the line it begins in, for messages
 * @param info the words behind the opening fence; the first is the language
 * @param name the file that a comment before it says it is; empty when none does
 * @param text what is between the fences
 */
record Fence(String place, List<String> info, String name, String text) {
    Fence {
        info = List.copyOf(info);
    }

    /** One that no comment names. */
    Fence(String place, List<String> info, String text) {
        this(place, info, "", text);
    }

    String language() {
        return info.isEmpty() ? "" : info.get(0);
    }

    /** Whether a test of its page takes it up, and {@link DocsIT} does not. */
    boolean isOnlyChecked() {
        return info.size() == 2 && info.get(1).equals("checked");
    }

    /** The file that the block is; empty when it is none. */
    String file() {
        return info.size() == 2 && info.get(1).contains(".") ? info.get(1) : "";
    }

    @Override
    public String toString() {
        return place + " (" + String.join(" ", info) + "):\n" + text;
    }
}
