package io.evaldata.datasets.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything the product knows about one dataset.
 *
 * @param id the name in POMs and on the command line
 * @param aliases as evaluation code and papers spell it
 * @param group {@code retrieval}, {@code classification}, {@code segmentation}, or a user's own
 * @param family which root it lives below
 * @param root its folder below that root; empty for the root itself
 * @param title for people
 * @param terms conditions of use
 * @param citations BibTeX keys or references
 * @param layout what the tree looks like, as text
 * @param evalBytes about what the evaluation part takes up on disk, where that is much less than its downloads
 * @param sources by file name, in the order they are written
 * @param ways from sources to tree, best first
 * @param expectations what the published data is known to consist of
 * @param checks what must hold whatever the size
 * @param presentation what reports show of it beyond that
 * @param segConfig the segmentation config that is written for it; none for the built-in ones, which have published ones
 * @param derivedFrom the dataset whose prepared files this one is made from, in the same root
 * @param origins the catalogue files that say something of it, in the order they were merged; {@link #BUILT_IN} for ours
 * @param fingerprint changes whenever the definition of what is left on disk changes
 */
public record Dataset(
        String id,
        List<String> aliases,
        String group,
        Family family,
        String root,
        String title,
        Terms terms,
        List<String> citations,
        String layout,
        OptionalLong evalBytes,
        Map<String, Source> sources,
        List<Way> ways,
        List<Expectation> expectations,
        List<Check> checks,
        Presentation presentation,
        Optional<SegConfig> segConfig,
        Optional<String> derivedFrom,
        List<String> origins,
        String fingerprint) {
    /** What stands for the catalogue that the product brings among {@link #origins()}. */
    public static final String BUILT_IN = "built-in";

    public Dataset {
        aliases = List.copyOf(aliases);
        citations = List.copyOf(citations);
        ways = List.copyOf(ways);
        expectations = List.copyOf(expectations);
        checks = List.copyOf(checks);
        origins = List.copyOf(origins);
    }

    /** The id's, which tells datasets apart: that of all that is known of one would be taken of hundreds of values. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Where it is defined, in words, such as {@code built-in, changed by mirror.yaml}. */
    public String definedIn() {
        String others = String.join(", ", origins.subList(1, origins.size()));
        return origins.get(0) + (others.isEmpty() ? "" : ", changed by " + others);
    }

    /** The files of the user's own that say something of it; none for one that is all ours. */
    public List<String> ownFiles() {
        return origins.stream().filter(origin -> !origin.equals(BUILT_IN)).toList();
    }

    /** The way that is tried first where nothing is there yet: the first all of whose sources are said to be alive. */
    public Way firstWay(Scope scope) {
        return ways.stream()
                .filter(way -> way.sources(scope).stream()
                        .map(this::source)
                        .noneMatch(source -> source.isDead() || source.urls().isEmpty()))
                .findFirst()
                .orElse(ways.get(0));
    }

    /** The source of that file name; the catalogue reader made sure that it exists. */
    public Source source(String file) {
        return sources.get(file);
    }
}
