package io.evaldata.datasets.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All known datasets, found by id, alias or group. */
public final class Catalog {
    /** The name that means every dataset. */
    public static final String ALL = "all";

    /** Two letters are part of too many names. */
    private static final int SHORTEST_PART = 3;

    private static final int MOST_LIKE = 4;

    private final Map<String, Dataset> byId;
    private final Map<String, List<Dataset>> byName;

    private Catalog(Map<String, Dataset> byId, Map<String, List<Dataset>> byName) {
        this.byId = byId;
        this.byName = byName;
    }

    /**
     * Builds the look-ups.
     *
     * <p>A name that means two things, and a dataset that refers to an unknown one, are noted as mistakes.
     *
     * @param written the datasets with the places where they were written
     * @param ids all datasets, also those that could not be read
     */
    static Catalog of(Map<Dataset, Node> written, Set<String> ids) {
        Map<String, Dataset> byId = new LinkedHashMap<>();
        Map<String, List<Dataset>> groups = new LinkedHashMap<>();
        for (Dataset dataset : written.keySet()) {
            byId.put(dataset.id(), dataset);
            groups.computeIfAbsent(dataset.group(), group -> new ArrayList<>()).add(dataset);
        }
        List<Claim> claims = new ArrayList<>();
        groups.values().forEach(members -> written.get(members.get(0))
                .find("group") // that it is missing is told already
                .ifPresent(name -> claims.add(new Claim(name, List.copyOf(members)))));
        written.forEach((dataset, node) -> claims.add(new Claim(node.get("id"), List.of(dataset))));
        written.forEach(
                (dataset, node) -> node.each("aliases", alias -> claims.add(new Claim(alias, List.of(dataset)))));
        written.forEach((dataset, node) -> node.orElse(false, () -> requireBase(dataset, node, ids, byId)));
        return new Catalog(byId, settle(claims, List.copyOf(written.keySet())));
    }

    private static boolean requireBase(Dataset dataset, Node node, Set<String> ids, Map<String, Dataset> byId) {
        dataset.derivedFrom().filter(base -> !ids.contains(base)).ifPresent(base -> {
            throw node.get("derivedFrom")
                    .mistake("dataset '" + dataset.id() + "' is derived from '" + base
                            + "', which no catalogue file defines" + NearestName.hint(base, ids));
        });
        dataset.derivedFrom().map(byId::get).flatMap(Dataset::derivedFrom).ifPresent(further -> {
            throw node.get("derivedFrom")
                    .mistake("dataset '" + dataset.id() + "' is derived from one that is itself derived, from '"
                            + further + "'; derive it from a dataset that is not");
        });
        return true;
    }

    /** A name as it is written, and the datasets it is to mean. */
    private record Claim(Node name, List<Dataset> meant) {}

    /** First come, first served in the order of the files read, so that a clash is shown in the file that brought it. */
    private static Map<String, List<Dataset>> settle(List<Claim> claims, List<Dataset> all) {
        Map<String, List<Dataset>> byName = new LinkedHashMap<>();
        byName.put(ALL, all);
        claims.sort(Comparator.comparingInt(claim -> claim.name().place().rank()));
        for (Claim claim : claims) {
            claim.name().orElse(false, () -> settle(claim, byName));
        }
        return byName;
    }

    private static boolean settle(Claim claim, Map<String, List<Dataset>> byName) {
        String name = claim.name().text();
        List<Dataset> before = byName.putIfAbsent(name, claim.meant());
        if (before != null && !before.equals(claim.meant())) {
            throw claim.name()
                    .mistake("the name '" + name + "' of dataset '"
                            + claim.meant().get(0).id() + "' already means '"
                            + before.get(0).id() + "'" + (before.size() > 1 ? " and others" : "")
                            + "; choose another one");
        }
        return true;
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

    /**
     * Known names that may be meant: the one that is written almost so, else the ids of the datasets that have these
     * letters in a name or as a word of their title, as {@code pascal} has, at most a few.
     */
    public List<String> like(String name) {
        Optional<String> nearest = NearestName.of(name, byName.keySet());
        if (nearest.isPresent()) {
            return List.of(nearest.get());
        }
        String letters = name.toLowerCase(Locale.ROOT);
        return letters.length() < SHORTEST_PART
                ? List.of()
                : byId.values().stream()
                        .filter(dataset -> speaksOf(dataset, letters))
                        .map(Dataset::id)
                        .limit(MOST_LIKE)
                        .toList();
    }

    private static boolean speaksOf(Dataset dataset, String letters) {
        return dataset.id().contains(letters)
                || dataset.aliases().stream()
                        .anyMatch(alias -> alias.toLowerCase(Locale.ROOT).contains(letters))
                || List.of(dataset.title().toLowerCase(Locale.ROOT).split("\\W+", -1))
                        .contains(letters);
    }
}
