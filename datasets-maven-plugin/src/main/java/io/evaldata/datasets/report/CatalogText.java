package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.prepare.Sizes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The catalogue as lines of text that fit 80 columns. */
public final class CatalogText {
    private CatalogText() {}

    /** A line per dataset. */
    public static List<String> overview(Catalog catalog) {
        TextTable table = new TextTable();
        table.row("dataset", "group", "eval", "access", "title");
        for (Dataset dataset : catalog.all()) {
            table.row(dataset.id(), dataset.group(), size(dataset), access(dataset), dataset.title());
        }
        List<String> lines = new ArrayList<>(table.lines());
        for (Dataset dataset : catalog.all()) {
            if (!dataset.definedIn().equals(Dataset.BUILT_IN)) {
                lines.add("defined in " + dataset.definedIn() + ": " + dataset.id());
            }
        }
        lines.add("eval: bytes fetched for what the evaluation reads. One dataset in full: -Ddatasets=<id>");
        return lines;
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
        List<String> states = dataset.ways().get(0).sources(Scope.EVAL).stream()
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

    /** Everything about one dataset: its data card. */
    public static List<String> card(Dataset dataset) {
        List<String> lines = new ArrayList<>();
        lines.add(dataset.title());
        TextTable facts = new TextTable()
                .row("id", dataset.id())
                .row("aliases", String.join(", ", dataset.aliases()))
                .row("group", dataset.group())
                .row("folder", dataset.family().key() + " root / " + dataset.root())
                .row("licence", dataset.terms().licence())
                .row("terms", dataset.terms().page())
                .row("cite", String.join(", ", dataset.citations()))
                .row("defined in", dataset.definedIn());
        lines.addAll(facts.lines());
        dataset.derivedFrom().ifPresent(base -> lines.add("made from the prepared files of " + base));
        lines.add("layout");
        dataset.layout().lines().forEach(line -> lines.add("  " + line));
        if (!dataset.sources().isEmpty()) {
            lines.add("sources");
        }
        for (Source source : dataset.sources().values()) {
            lines.add("  " + source.file() + ", " + size(source) + ", "
                    + source.access().key() + ", " + source.state());
            source.checksums().forEach(checksum -> lines.add("    " + checksum));
            for (URI url : source.urls()) {
                lines.add("    " + url);
            }
        }
        return lines;
    }

    private static String size(Dataset dataset) {
        if (dataset.sources().isEmpty()) {
            return "-";
        }
        long bytes = 0;
        boolean exact = true;
        for (String file : dataset.ways().get(0).sources(Scope.EVAL)) {
            Source source = dataset.source(file);
            exact &= source.bytes().isPresent();
            bytes += source.plannedBytes().orElse(0);
        }
        return bytes == 0 && !exact ? "unknown" : (exact ? "" : "~") + Sizes.text(bytes);
    }

    private static String size(Source source) {
        if (source.plannedBytes().isEmpty()) {
            return "size not published";
        }
        return (source.bytes().isPresent() ? "" : "about ")
                + Sizes.text(source.plannedBytes().getAsLong());
    }

    private static String access(Dataset dataset) {
        return dataset.ways().get(0).sources(Scope.EVAL).stream()
                .map(dataset::source)
                .filter(source -> source.access().isGated())
                .map(source -> source.access().key())
                .findFirst()
                .orElse("open");
    }
}
