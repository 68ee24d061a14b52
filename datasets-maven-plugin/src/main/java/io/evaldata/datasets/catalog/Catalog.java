package io.evaldata.datasets.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * @param written the datasets with the places where they were written
     * @throws CatalogException when a name means two things, or a dataset refers to an unknown one
     */
    static Catalog of(Map<Dataset, Node> written) {
        Map<String, Dataset> byId = new LinkedHashMap<>();
        Map<String, List<Dataset>> groups = new LinkedHashMap<>();
        for (Dataset dataset : written.keySet()) {
            byId.put(dataset.id(), dataset);
            groups.computeIfAbsent(dataset.group(), group -> new ArrayList<>()).add(dataset);
        }
        List<Claim> claims = new ArrayList<>();
        groups.values()
                .forEach(members ->
                        claims.add(new Claim(written.get(members.get(0)).get("group"), List.copyOf(members))));
        written.forEach((dataset, node) -> claims.add(new Claim(node.get("id"), List.of(dataset))));
        written.forEach((dataset, node) ->
                node.list("aliases").forEach(alias -> claims.add(new Claim(alias, List.of(dataset)))));
        written.forEach((dataset, node) -> node.find("derivedFrom")
                .filter(other -> !byId.containsKey(other.text()))
                .ifPresent(other -> {
                    throw other.mistake("dataset '" + dataset.id() + "' is derived from '" + other.text()
                            + "', which no catalogue file defines");
                }));
        return new Catalog(byId, settle(claims, List.copyOf(written.keySet())));
    }

    /** A name as it is written, and the datasets it is to mean. */
    private record Claim(Node name, List<Dataset> meant) {}

    /** First come, first served in the order of the files read, so that a clash is shown in the file that brought it. */
    private static Map<String, List<Dataset>> settle(List<Claim> claims, List<Dataset> all) {
        Map<String, List<Dataset>> byName = new LinkedHashMap<>();
        byName.put(ALL, all);
        claims.sort(Comparator.comparingInt(claim -> claim.name().place().rank()));
        for (Claim claim : claims) {
            String name = claim.name().text();
            List<Dataset> before = byName.putIfAbsent(name, claim.meant());
            if (before != null && !before.equals(claim.meant())) {
                throw claim.name()
                        .mistake("the name '" + name + "' of dataset '"
                                + claim.meant().get(0).id() + "' already means '"
                                + before.get(0).id() + "'" + (before.size() > 1 ? " and others" : "")
                                + "; choose another one");
            }
        }
        return byName;
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
