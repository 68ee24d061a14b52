package io.evaldata.datasets.configure;

import java.util.List;
import java.util.stream.Stream;

/**
 * What looking at one file found.
 *
 * @param kind what is to be done
 * @param edits the tokens to replace, when something is
 * @param because why it is left alone
 * @param problems why it cannot be wired
 */
record FileVerdict(Kind kind, List<Edit> edits, String because, List<WiringProblem> problems) {

    /** What is to be done with a file; with {@link #NOT_A_CONFIG} it need not even be mentioned. */
    enum Kind {
        WIRE,
        LEAVE,
        NOT_A_CONFIG,
        PROBLEM
    }

    FileVerdict {
        edits = List.copyOf(edits);
        problems = List.copyOf(problems);
    }

    /** To be wired; without edits it is already. */
    static FileVerdict wire(List<Edit> edits) {
        return new FileVerdict(Kind.WIRE, edits, "", List.of());
    }

    static FileVerdict leave(String because) {
        return new FileVerdict(Kind.LEAVE, List.of(), because, List.of());
    }

    static FileVerdict notAConfig() {
        return new FileVerdict(Kind.NOT_A_CONFIG, List.of(), "", List.of());
    }

    static FileVerdict problems(List<WiringProblem> problems) {
        return new FileVerdict(Kind.PROBLEM, List.of(), "", problems);
    }

    /** This verdict and another about the same file: problems before edits before leaving it alone. */
    FileVerdict and(FileVerdict other) {
        if (kind == Kind.WIRE && other.kind == Kind.WIRE) {
            return wire(Stream.concat(edits.stream(), other.edits.stream()).toList());
        }
        boolean othersCounts = other.kind == Kind.PROBLEM || other.kind == Kind.WIRE || kind == Kind.NOT_A_CONFIG;
        return othersCounts ? other : this;
    }
}
