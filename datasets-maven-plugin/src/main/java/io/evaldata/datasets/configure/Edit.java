package io.evaldata.datasets.configure;

import java.util.Comparator;
import java.util.List;

/**
 * One replaced token of a file; text is one char per byte.
 *
 * @param token what is replaced
 * @param replacement what stands there afterwards
 */
record Edit(PythonToken token, String replacement) {

    /** The text with the edits made; they must not overlap. */
    static String apply(String text, List<Edit> edits) {
        StringBuilder edited = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparing((Edit edit) -> edit.token().start())
                        .reversed())
                .forEach(edit ->
                        edited.replace(edit.token().start(), edit.token().end(), edit.replacement()));
        return edited.toString();
    }
}
