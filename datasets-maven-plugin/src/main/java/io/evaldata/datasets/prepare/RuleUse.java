package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Step.MemberRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
     * Makes sure that every rule took something.
     *
     * @throws DatasetsException naming those that did not, with members that nobody took
     */
    void requireAll(String dataset, String archive) {
        List<String> idle = rules.stream()
                .filter(rule -> !rule.optional() && !used.contains(rule))
                .map(rule -> "'" + rule.from() + "'")
                .toList();
        if (!idle.isEmpty()) {
            throw new DatasetsException(
                    dataset + ": no member of " + archive + " is taken by the rule" + (idle.size() == 1 ? " " : "s ")
                            + "from: " + String.join(", from: ", idle) + "; " + inside(),
                    "Compare the rule with the names in the archive and correct it in the catalogue file; a member that"
                            + " not every such archive has gets 'optional: true'.");
        }
    }

    private String inside() {
        if (left.isEmpty()) {
            return used.isEmpty() ? "it has no members" : "all of its members are taken by other rules";
        }
        return "not taken are " + String.join(", ", left) + (left.size() < EXAMPLES ? "" : ", ...");
    }
}
