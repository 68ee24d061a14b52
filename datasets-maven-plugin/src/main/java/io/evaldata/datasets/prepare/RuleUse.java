package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Step.MemberRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the rules for an archive's members took one: a rule that takes none is a typing error, or the archive is not the
 * one that was meant, and either would go unnoticed. Used by the thread that unpacks.
 */
final class RuleUse {
    private static final int EXAMPLES = 5;

    private final List<MemberRule> rules = new ArrayList<>();
    private final Set<MemberRule> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<MemberRule> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> left = new LinkedHashSet<>(); // a remote zip is gone through twice

    /** These rules apply. */
    void expect(List<MemberRule> more) {
        for (MemberRule rule : more) {
            if (known.add(rule)) { // those of inner archives come once for each
                rules.add(rule);
            }
        }
    }

    /** The rule took a member. */
    void took(MemberRule rule) {
        used.add(rule);
    }

    /** No rule took this member. */
    void left(String name) {
        if (left.size() < EXAMPLES) {
            left.add(name);
        }
    }

    /**
     * What to tell about the rules that took nothing; nothing when each took something. An archive may lack a file that its
     * reader does without: what must be there, the dataset's expectations say.
     *
     * @throws DatasetsException when none took anything, naming members that were there
     */
    Optional<String> idle(String dataset, String archive) {
        List<String> idle = rules.stream()
                .filter(rule -> !rule.optional() && !used.contains(rule))
                .map(rule -> "'" + rule.from() + "'")
                .toList();
        if (idle.isEmpty()) {
            return Optional.empty();
        }
        String by = " is taken by the rule" + (idle.size() == 1 ? " " : "s ") + "from: " + String.join(", from: ", idle)
                + "; " + inside();
        if (used.isEmpty()) {
            throw new DatasetsException(
                    dataset + ": no member of " + archive + by,
                    "Compare the rule with the names in the archive and correct it in the catalogue file; a member that"
                            + " not every such archive has gets 'optional: true'.");
        }
        return Optional.of("no member of " + archive + by);
    }

    private String inside() {
        if (left.isEmpty()) {
            return used.isEmpty() ? "it has no members" : "all of its members are taken by other rules";
        }
        return "not taken are " + String.join(", ", left) + (left.size() < EXAMPLES ? "" : ", ...");
    }
}
