package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Access;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.Family;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.catalog.Way;
import io.evaldata.datasets.prepare.Sizes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The page of the documentation about one dataset, in Markdown; everything on it is the catalogue's. */
final class DatasetPage {
    private final Dataset dataset;
    private final List<String> lines = new ArrayList<>();

    private DatasetPage(Dataset dataset) {
        this.dataset = dataset;
    }

    static String of(Dataset dataset) {
        DatasetPage page = new DatasetPage(dataset);
        page.write();
        return String.join("\n", page.lines) + "\n";
    }

    private void write() {
        add("# " + dataset.title(), "", "[All datasets](README.md)", "");
        facts();
        add("", "Prepare it: `mvn datasets:prepare -Ddatasets=" + dataset.id() + accepting() + "`", "");
        access();
        layout();
        sources();
        expectations();
    }

    private void facts() {
        add("| | |", "|---|---|");
        fact("id", code(dataset.id()));
        if (!dataset.aliases().isEmpty()) {
            fact("other names", code(dataset.aliases()));
        }
        fact("group", code(dataset.group()));
        fact("folder", folder());
        fact("download for evaluation", download());
        dataset.evalBytes().ifPresent(bytes -> fact("of which is kept", "about " + Sizes.text(bytes)));
        fact("terms", terms());
        fact("cite", code(dataset.citations()));
    }

    private void fact(String name, String value) {
        add("| " + name + " | " + value + " |");
    }

    private String folder() {
        String family = "`datasets.root." + dataset.family().key() + "`";
        return dataset.root().isEmpty() ? family : family + " / `" + dataset.root() + "`";
    }

    private String download() {
        if (dataset.sources().isEmpty()) {
            return "none";
        }
        long bytes = 0;
        boolean exact = true;
        for (String file : dataset.ways().get(0).sources(Scope.EVAL)) {
            Source source = dataset.source(file);
            exact &= source.bytes().isPresent();
            bytes += source.plannedBytes().orElse(0);
        }
        return (exact ? "" : "about ") + Sizes.text(bytes);
    }

    private String terms() {
        String page = dataset.terms().page();
        return dataset.terms().licence() + (page.isEmpty() ? "" : " " + link(page));
    }

    private String accepting() {
        return dataset.terms().mustAccept() ? " -Ddatasets.acceptTerms=" + dataset.id() : "";
    }

    private void access() {
        if (dataset.derivedFrom().isPresent()) {
            String base = dataset.derivedFrom().get();
            add(
                    "It is made from the prepared files of [`" + base + "`](" + base + ".md), which is prepared first.",
                    "");
        }
        Set<String> first =
                dataset.ways().isEmpty() ? Set.of() : dataset.ways().get(0).sources(Scope.EVAL);
        if (first.stream().anyMatch(file -> dataset.source(file).access() == Access.HUGGINGFACE)) {
            add("It needs a Hugging Face token of an account that agreed to the terms: [how](../real-data.md).", "");
        } else if (first.stream().anyMatch(file -> dataset.source(file).access() == Access.CITYSCAPES)) {
            add("It needs an account at cityscapes-dataset.com: [how](../real-data.md).", "");
        }
    }

    private void layout() {
        add("## What is there afterwards", "");
        dataset.layout().lines().forEach(line -> add("    " + line));
        add("", reader(dataset.family()), "");
    }

    private static String reader(Family family) {
        return switch (family) {
            case RETRIEVAL -> "`datasets.root.retrieval` is what evaluation code calls `--data-root-dir`.";
            case IMAGENET ->
                "`data/val_images` is what evaluation code calls `--imagenet-val`, and what `ImageFolder` opens.";
            case CLASSIFICATION -> "`datasets.root.classification` is the `root` that `torchvision.datasets` takes.";
            case SEGMENTATION ->
                "The folder is the `data_root` of the mmsegmentation configs; `mvn datasets:configure` writes it into them.";
        };
    }

    private void sources() {
        if (dataset.sources().isEmpty()) {
            return;
        }
        add("## Where it comes from", "");
        if (dataset.ways().size() > 1) {
            add("Ways, in the order they are tried; what is on disk already goes first, what is dead last:", "");
            int number = 1;
            for (Way way : dataset.ways()) {
                add(number++ + ". " + way.name() + ": " + code(way.sources(Scope.FULL)));
            }
            add("");
        }
        dataset.sources().values().forEach(this::source);
    }

    private void source(Source source) {
        add("### " + source.file(), "");
        add("- " + size(source) + needs(source.access()));
        if (!source.state().equals("ok")) {
            add("- state: " + source.state());
        }
        source.checksums().stream().map(Object::toString).sorted().forEach(checksum -> add("- `" + checksum + "`"));
        for (URI url : source.urls()) {
            add("- " + link(url.toString()));
        }
        if (!source.page().isEmpty()) {
            add("- page: " + link(source.page()));
        }
        if (!source.note().isEmpty()) {
            add("- " + source.note());
        }
        add("");
    }

    private static String size(Source source) {
        if (source.bytes().isPresent()) {
            return String.format(Locale.ROOT, "%,d bytes", source.bytes().getAsLong());
        }
        return source.approximateBytes().isPresent()
                ? "about " + Sizes.text(source.approximateBytes().getAsLong()) + ", no exact size is published"
                : "no size is published";
    }

    private static String needs(Access access) {
        return switch (access) {
            case OPEN -> "";
            case HUGGINGFACE -> ", with a Hugging Face token";
            case CITYSCAPES -> ", with a Cityscapes login";
            case MANUAL -> ", by hand only";
        };
    }

    private void expectations() {
        if (dataset.expectations().isEmpty()) {
            return;
        }
        add("## What it is held to", "", "| files | must be | scope |", "|---|---|---|");
        dataset.expectations().stream()
                .map(expectation -> "| " + held(expectation) + " | " + scope(expectation) + " |")
                .sorted()
                .forEach(this::add);
        add(
                "",
                "And more whatever the size, such as lists, pairs and label values: `mvn datasets:verify -Ddatasets="
                        + dataset.id() + " -Ddatasets.deep`");
    }

    private static String scope(Expectation expectation) {
        return expectation.scopes().size() > 1
                ? "both"
                : expectation.scopes().iterator().next().key();
    }

    private static String held(Expectation expectation) {
        if (expectation instanceof Expectation.Count count) {
            return code(count.glob().toString()) + " | " + String.format(Locale.ROOT, "%,d", count.count());
        } else if (expectation instanceof Expectation.Entries entries) {
            return code(entries.file()) + " | " + String.format(Locale.ROOT, "%,d entries", entries.count());
        }
        Expectation.Digest digest = (Expectation.Digest) expectation;
        return code(digest.file()) + " | " + code(digest.checksum().toString());
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    /** An address that no renderer makes anything else of. */
    private static String link(String address) {
        return "<" + address + ">";
    }

    private static String code(Iterable<String> texts) {
        List<String> coded = new ArrayList<>();
        texts.forEach(text -> coded.add(code(text)));
        return String.join(", ", coded);
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
