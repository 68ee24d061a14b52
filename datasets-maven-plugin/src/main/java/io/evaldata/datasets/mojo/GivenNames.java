package io.evaldata.datasets.mojo;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.NearestName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Datasets of the names that the user wrote. */
final class GivenNames {
    private final Catalog catalog;
    private final Commands commands;
    private final List<String> problems;

    /**
     * @param problems where to tell what is wrong with one
     */
    GivenNames(Catalog catalog, Commands commands, List<String> problems) {
        this.catalog = catalog;
        this.commands = commands;
        this.problems = problems;
    }

    /** The datasets that these ids, aliases and groups mean, each once. */
    List<Dataset> datasets(List<String> names) {
        boolean listed = false;
        for (String name : names) {
            if (catalog.named(name).isEmpty()) {
                problems.add("there is no dataset '" + name + "'" + hint(name, listed));
                listed = true;
            }
        }
        return List.copyOf(catalog.named(names));
    }

    /** Names that may be meant, and once where all of them are shown. */
    private String hint(String name, boolean listed) {
        String meant = NearestName.hint(catalog.like(name));
        if (listed) {
            return meant;
        }
        return (meant.isEmpty() ? ";" : meant) + " " + commands.of("list") + " shows all";
    }

    /** Terms are accepted one by one, so a group accepts nothing; an alias is as good as its id. */
    Set<String> acceptedTerms(List<String> given) {
        Set<String> accepted = new LinkedHashSet<>();
        for (String name : GivenValues.written(given)) {
            List<Dataset> named = catalog.named(name);
            if (name.equals(Catalog.ALL)) {
                accepted.add(name);
            } else if (named.size() == 1) {
                accepted.add(named.get(0).id());
            } else if (!named.isEmpty()) {
                problems.add("datasets.acceptTerms names the group '" + name
                        + "'; terms are accepted for each dataset by its own name, or for 'all'");
            } else {
                problems.add("datasets.acceptTerms names '" + name + "', which is no dataset id"
                        + NearestName.hint(
                                name, catalog.all().stream().map(Dataset::id).toList()));
            }
        }
        return accepted;
    }
}
