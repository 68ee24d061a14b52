package io.evaldata.datasets.catalog;

import io.evaldata.datasets.catalog.Step.MemberRule;
import io.evaldata.datasets.catalog.Way.ScopedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the names of a dataset's files end, as far as its catalogue entry says: first in its checks, of which
 * {@code pairs} and {@code listed} have the whole end behind the common stem, such as {@code _rgb.png}, then in its steps.
 */
final class FileSuffixes {
    private final List<Check> checks;
    private final List<Way> ways;

    FileSuffixes(List<Check> checks, List<Way> ways) {
        this.checks = checks;
        this.ways = ways;
    }

    /** The one end that all files below a folder have; nothing when the entry does not say it, or says several. */
    Optional<String> below(String folder) {
        for (List<String> paths : List.of(joined(), looked(), made())) {
            Set<String> suffixes = new TreeSet<>();
            paths.stream()
                    .filter(path -> path.startsWith(folder + "/"))
                    .map(FileSuffixes::suffix)
                    .forEach(suffixes::add);
            if (!suffixes.isEmpty()) {
                String first = suffixes.iterator().next();
                return suffixes.size() == 1 && first.indexOf('.') >= 0 ? Optional.of(first) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<String> joined() {
        List<String> paths = new ArrayList<>();
        for (Check check : checks) {
            if (check instanceof Check.Pairs pairs) {
                paths.add(pairs.images().toString());
                paths.add(pairs.partner().toString());
            } else if (check instanceof Check.Listed listed) {
                listed.files().forEach(file -> paths.add(file.toString()));
            }
        }
        return paths;
    }

    private List<String> looked() {
        List<String> paths = new ArrayList<>();
        for (Check check : checks) {
            if (check instanceof Check.Images images) {
                paths.add(images.files().toString());
            } else if (check instanceof Check.Labels labels) {
                paths.add(labels.maps().toString());
            }
        }
        return paths;
    }

    private List<String> made() {
        List<String> paths = new ArrayList<>();
        for (Way way : ways) {
            for (ScopedStep scoped : way.steps()) {
                if (scoped.step() instanceof Step.Unpack unpack) {
                    unpack.members().forEach(rule -> written(rule, paths));
                } else if (scoped.step() instanceof Step.Move move) {
                    paths.add(written(move.to(), move.files()));
                } else if (scoped.step() instanceof Step.LabelMaps maps) {
                    paths.add(maps.to().toString());
                }
            }
        }
        return paths;
    }

    private static void written(MemberRule rule, List<String> paths) {
        rule.to().forEach(to -> paths.add(written(to, rule.from())));
        rule.inner().ifPresent(inner -> inner.members().forEach(member -> written(member, paths)));
    }

    /** A target that takes over the name ends as what it is made from does. */
    private static String written(Template to, PathPattern from) {
        String file = "{" + Template.FILE + "}";
        return to.toString().endsWith(file) ? to + suffix(from.toString()) : to.toString();
    }

    /** What stands behind the last part or wild card; for a name without any, its ending. */
    private static String suffix(String path) {
        int part = Math.max(path.lastIndexOf('}'), Math.max(path.lastIndexOf('*'), path.lastIndexOf('?')));
        return part >= 0 ? path.substring(part + 1) : path.substring(Math.max(path.lastIndexOf('.'), 0));
    }
}
