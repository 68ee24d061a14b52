package io.evaldata.datasets.it;

import java.util.List;

/**
 * A fenced block of a Markdown page.
 *
 * @param place the page and the line it begins in, for messages
 * @param info the words behind the opening fence; the first is the language
 * @param text what is between the fences
 */
record Fence(String place, List<String> info, String text) {
    Fence {
        info = List.copyOf(info);
    }

    String language() {
        return info.isEmpty() ? "" : info.get(0);
    }

    /** Whether it cannot be run, as it is for some company or needs a login, and only its names are held to the plugin. */
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
