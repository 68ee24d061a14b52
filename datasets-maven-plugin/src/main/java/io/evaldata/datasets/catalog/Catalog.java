package io.evaldata.datasets.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All known datasets, found by id, alias or group. */
public final class Catalog {
    /** The name that means every dataset. */
    public static final String ALL = "all";

    private final Map<String, Dataset> byId;
    private final Map<String, List<Dataset>> byName;

    private Catalog(Map<String, Dataset> byId, Map<String, List<Dataset>> byName) {
        this.byId = byId;
        this.byName = byName;
    }

    /**
     * Builds the look-ups.
     *
     * @throws CatalogException when an alias means two things, or a dataset refers to an unknown one
     */
    static Catalog of(Collection<Dataset> datasets) {
        Map<String, Dataset> byId = new LinkedHashMap<>();
        Map<String, List<Dataset>> byName = new LinkedHashMap<>();
        Set<String> groups = new TreeSet<>();
        datasets.forEach(dataset -> {
            byId.put(dataset.id(), dataset);
            groups.add(dataset.group());
        });
        byName.put(ALL, List.copyOf(datasets));
        for (String group : groups) {
            claim(
                    byName,
                    group,
                    datasets.stream().filter(d -> d.group().equals(group)).toList(),
                    "group");
        }
        for (Dataset dataset : datasets) {
            claim(byName, dataset.id(), List.of(dataset), "id");
        }
        for (Dataset dataset : datasets) {
            dataset.aliases().forEach(alias -> claim(byName, alias, List.of(dataset), "alias"));
            dataset.derivedFrom().filter(other -> !byId.containsKey(other)).ifPresent(other -> {
                throw new CatalogException("dataset '" + dataset.id() + "' is derived from '" + other
                        + "', which no catalogue file defines");
            });
        }
        return new Catalog(byId, byName);
    }

    private static void claim(Map<String, List<Dataset>> byName, String name, List<Dataset> meant, String kind) {
        List<Dataset> before = byName.putIfAbsent(name, meant);
        if (before != null && !before.equals(meant)) {
            throw new CatalogException("the " + kind + " '" + name + "' of dataset '"
                    + meant.get(0).id() + "' already means '" + before.get(0).id() + "'"
                    + (before.size() > 1 ? " and others" : "") + "; choose another one");
        }
    }

    /** Every dataset, in catalogue order. */
    public Collection<Dataset> all() {
        return byId.values();
    }

    /** The dataset of that id. */
    public Dataset get(String id) {
        return byId.get(id);
    }

    /** Whether there is a dataset of that id. */
    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /** What an id, alias, group or {@code all} means; empty when nothing is known by that name. */
    public List<Dataset> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** All datasets that the names mean, each once, in catalogue order of the names. */
    public Set<Dataset> named(Collection<String> names) {
        Set<Dataset> meant = new LinkedHashSet<>();
        names.forEach(name -> meant.addAll(named(name)));
        return meant;
    }

    /** The known name that is most like this one, when any is near. */
    public Optional<String> nearest(String name) {
        return NearestName.of(name, byName.keySet());
    }
}
