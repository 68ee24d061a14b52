package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.catalog.Way;
import io.evaldata.datasets.io.PublicAddress;
import io.evaldata.datasets.prepare.Amount;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything about one dataset as lines of text that fit 80 columns, but for addresses and digests. */
public final class DataCard {
    private static final String INDENT = "  ";

    private final Dataset dataset;
    private final List<String> lines = new ArrayList<>();

    private DataCard(Dataset dataset) {
        this.dataset = dataset;
    }

    /** The card of a dataset. */
    public static List<String> of(Dataset dataset) {
        return new DataCard(dataset).made();
    }

    private List<String> made() {
        lines.addAll(Paragraph.of("", dataset.title()));
        facts();
        layout();
        counts();
        ways();
        dataset.sources().values().forEach(this::source);
        return lines;
    }

    private void facts() {
        fact("id", dataset.id());
        fact("aliases", String.join(", ", dataset.aliases()));
        fact("group", dataset.group());
        String root = "<" + dataset.family().key() + " root>";
        fact("folder", dataset.root().isEmpty() ? root : root + "/" + dataset.root());
        dataset.derivedFrom().ifPresent(base -> fact("made from", "the prepared files of " + base));
        fact("licence", dataset.terms().licence());
        fact("terms", dataset.terms().page());
        if (dataset.terms().mustAccept()) {
            fact("", "have to be accepted: -Ddatasets.acceptTerms=" + dataset.id());
        }
        fact("cite", String.join(", ", dataset.citations()));
        fact("defined in", dataset.definedIn());
    }

    private void fact(String name, String value) {
        if (!value.isBlank()) {
            lines.addAll(Paragraph.of(String.format(Locale.ROOT, "%-11s", name), value));
        }
    }

    private void heading(String text) {
        lines.add("");
        lines.add(text);
    }

    private void layout() {
        if (!dataset.layout().isBlank()) {
            heading("layout");
            dataset.layout().lines().forEach(line -> lines.add(INDENT + line));
        }
    }

    /** The counts that the catalogue knows, with the scope they hold in where it is one only. */
    private void counts() {
        TextTable table = new TextTable(0);
        for (Expectation expectation : dataset.expectations()) {
            String scope = expectation.scopes().contains(Scope.EVAL) ? "" : "full scope only";
            if (expectation instanceof Expectation.Count count) {
                table.row(INDENT + number(count.count()), count.glob().toString(), scope);
            } else if (expectation instanceof Expectation.Entries entries) {
                table.row(INDENT + number(entries.count()), "entries in " + entries.file(), scope);
            }
        }
        List<String> counted = table.lines();
        if (!counted.isEmpty()) {
            heading("files and splits");
            lines.addAll(counted);
        }
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** What each way from published files to the dataset costs. */
    private void ways() {
        if (dataset.sources().isEmpty()) {
            return;
        }
        heading(dataset.ways().size() == 1 ? "download" : "ways, the first that works is taken");
        for (Way way : dataset.ways()) {
            Amount eval = amount(way, Scope.EVAL);
            Amount full = amount(way, Scope.FULL);
            lines.addAll(Paragraph.of(
                    INDENT,
                    (dataset.ways().size() == 1 ? "" : way.name() + ": ") + eval.words() + " for the evaluation"
                            + (full.equals(eval) ? "" : ", " + full.words() + " in full")));
        }
        if (dataset.ways().size() > 1) {
            lines.addAll(Paragraph.of(
                    INDENT,
                    "a way whose files lie in datasets.manualDir goes first; of the others, one that is not dead"));
        }
        dataset.evalBytes()
                .ifPresent(bytes -> lines.addAll(Paragraph.of(
                        INDENT,
                        "the evaluation reads " + Amount.about(bytes).words()
                                + (hasZip() ? "; of zips only that is fetched where the server sends parts" : ""))));
    }

    private Amount amount(Way way, Scope scope) {
        return way.sources(scope).stream()
                .map(file -> Amount.of(dataset.source(file)))
                .reduce(Amount.NONE, Amount::plus);
    }

    private boolean hasZip() {
        return dataset.sources().values().stream()
                .anyMatch(source -> source.file().endsWith(".zip"));
    }

    private void source(Source source) {
        heading(source.file());
        lines.add(INDENT + "size    " + Amount.of(source).words());
        boolean local = source.urls().stream().allMatch(url -> "file".equals(url.getScheme()));
        lines.add(INDENT + "access  " + access(source, local));
        if (!local || !source.state().equals("ok")) { // nobody watches a file that nobody serves
            lines.addAll(Paragraph.of(INDENT + "state   ", source.state()));
        }
        source.checksums().stream()
                .sorted((a, b) -> a.algorithm().compareTo(b.algorithm()))
                .forEach(checksum -> lines.add(INDENT + checksum));
        if (!source.page().isEmpty()) {
            lines.add(INDENT + "page    " + source.page());
        }
        if (!source.note().isBlank()) {
            lines.addAll(Paragraph.of(INDENT + "note    ", source.note()));
        }
        for (URI url : source.urls()) {
            lines.add(INDENT + PublicAddress.of(url));
        }
    }

    private static String access(Source source, boolean local) {
        if (source.urls().isEmpty()) {
            return "by hand, into datasets.manualDir";
        }
        return local ? "a file of this machine" : source.access().key();
    }
}
