package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.prepare.Amount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The catalogue as lines of text that fit 80 columns. */
public final class CatalogText {
    private static final String OPEN = "open";

    private CatalogText() {}

    /**
     * A line per dataset, by group.
     *
     * @param command the command that runs a goal where this is shown
     */
    public static List<String> overview(Catalog catalog, UnaryOperator<String> command) {
        TextTable table = new TextTable(1).row("dataset", "download", "access", "");
        Map<String, List<Dataset>> groups = new LinkedHashMap<>();
        catalog.all().forEach(dataset -> groups.computeIfAbsent(dataset.group(), group -> new ArrayList<>())
                .add(dataset));
        groups.forEach((group, datasets) -> {
            table.row(group);
            for (Dataset dataset : datasets) {
                table.row("  " + dataset.id(), size(dataset), access(dataset), shortTitle(dataset));
            }
        });
        List<String> lines = new ArrayList<>(table.lines());
        for (Dataset dataset : catalog.all()) {
            if (!dataset.ownFiles().isEmpty()) {
                lines.add("defined in " + dataset.definedIn() + ": " + dataset.id());
            }
        }
        lines.add("");
        lines.addAll(Paragraph.of("", "download: whole files fetched for the evaluation (~ about, ? not known)"));
        lines.add("");
        lines.add("everything about one dataset:");
        lines.add("  " + command.apply("list") + " -Ddatasets=<name>");
        lines.add("what is missing here, and what it costs:");
        lines.add("  " + command.apply("plan") + " -Ddatasets=<names, groups or all>");
        return lines;
    }

    /** What comes before the first comma: enough to tell datasets apart. */
    private static String shortTitle(Dataset dataset) {
        String title = dataset.title();
        return title.contains(",") ? title.substring(0, title.indexOf(',')) : title;
    }

    /** The overview as a Markdown table: dataset, group, bytes to fetch, access, state of the source. */
    public static List<String> markdown(Catalog catalog) {
        List<String> lines = new ArrayList<>();
        lines.add("| dataset | group | download for evaluation | access | state of the source |");
        lines.add("|---|---|---:|---|---|");
        for (Dataset dataset : catalog.all()) {
            lines.add("| `" + dataset.id() + "` | " + dataset.group() + " | " + size(dataset) + " | " + access(dataset)
                    + " | " + state(dataset) + " |");
        }
        return lines;
    }

    private static String state(Dataset dataset) {
        if (dataset.sources().isEmpty()) {
            return "made from " + dataset.derivedFrom().orElse("nothing");
        }
        List<String> states = dataset.firstWay(Scope.EVAL).sources(Scope.EVAL).stream()
                .map(dataset::source)
                .map(Source::state)
                .filter(state -> !state.equals("ok"))
                .distinct()
                .toList();
        if (states.isEmpty()) {
            return "ok";
        }
        String other =
                dataset.ways().size() > 1 ? "; other ways: " + (dataset.ways().size() - 1) : "";
        return String.join("; ", states) + other;
    }

    private static String size(Dataset dataset) {
        return dataset.firstWay(Scope.EVAL).sources(Scope.EVAL).stream()
                .map(file -> Amount.of(dataset.source(file)))
                .reduce(Amount.NONE, Amount::plus)
                .cell();
    }

    private static String access(Dataset dataset) {
        return dataset.firstWay(Scope.EVAL).sources(Scope.EVAL).stream()
                .map(dataset::source)
                .map(CatalogText::access)
                .filter(access -> !access.equals(OPEN))
                .findFirst()
                .orElse(OPEN);
    }

    /** What a publisher asks; of files of this machine nothing, of those without an address that somebody brings them. */
    private static String access(Source source) {
        if (source.access().isGated()) {
            return source.access().key();
        }
        boolean local = source.urls().stream().anyMatch(url -> "file".equals(url.getScheme()));
        return source.urls().isEmpty() ? "by hand" : local ? "local" : OPEN;
    }
}
