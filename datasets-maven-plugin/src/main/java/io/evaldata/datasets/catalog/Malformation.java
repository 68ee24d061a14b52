package io.evaldata.datasets.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Where and why a file is no YAML or JSON.
 *
 * @param line from 1 on
 * @param what is wrong there, in one line
 */
record Malformation(int line, String what) {
    /** As the YAML scanner itself saw it where it did: the reader around it may be a line behind. */
    static Malformation of(JsonProcessingException refused) {
        return scanned(refused)
                .orElseGet(() -> new Malformation(
                        refused.getLocation() == null
                                ? 1
                                : refused.getLocation().getLineNr(),
                        refused.getOriginalMessage().lines().findFirst().orElse("")));
    }

    private static Optional<Malformation> scanned(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
                return Optional.of(new Malformation(marked.getProblemMark().getLine() + 1, words(marked)));
            }
        }
        return Optional.empty();
    }

    private static String words(MarkedYAMLException marked) {
        String where = " in column " + (marked.getProblemMark().getColumn() + 1);
        String context = marked.getContext() == null ? "" : ", " + marked.getContext();
        return marked.getProblem().replaceAll("\\s+", " ").strip() + where + context;
    }
}
