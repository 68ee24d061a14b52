package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.prepare.Receipt;
import io.evaldata.datasets.prepare.Sizes;
import io.evaldata.datasets.verify.Finding;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One dataset's part of the page. */
final class DatasetArticle {
    private final Html html;
    private final DatasetReport report;
    private final Dataset dataset;

    DatasetArticle(Html html, DatasetReport report) {
        this.html = html;
        this.report = report;
        this.dataset = report.dataset();
    }

    void write() throws IOException {
        String title = dataset.id() + "-title";
        html.open(
                "article",
                "id",
                dataset.id(),
                "aria-labelledby",
                title,
                "data-group",
                dataset.group(),
                "data-state",
                report.state(),
                "data-pictures",
                report.pictures() + "",
                "data-bytes",
                report.receipt().map(Receipt::bytes).orElse(0L) + "",
                "data-words",
                words());
        html.open("header");
        html.leaf("h2", dataset.title(), "id", title);
        html.open("p", "class", "badges");
        html.leaf("code", dataset.id());
        html.leaf("span", dataset.group(), "class", "badge");
        if (report.receipt().filter(Receipt::ofStandIn).isPresent()) {
            html.leaf(
                    "span", "sample", "class", "badge sample", "title", "a generated stand-in, not the published data");
        }
        html.leaf("span", verdict(), "class", "badge " + report.state());
        html.close().close();
        if (report.receipt().isEmpty()) {
            command("To prepare it:", "mvn datasets:prepare -Ddatasets=" + dataset.id());
        }
        findings();
        facts();
        notes();
        new DatasetCharts(html, report).write();
        new ContactSheet(html, report).write();
        html.close();
    }

    private String words() {
        return String.join(
                        " ",
                        dataset.id(),
                        String.join(" ", dataset.aliases()),
                        dataset.title(),
                        dataset.group(),
                        dataset.terms().licence(),
                        report.receipt().map(Receipt::kind).orElse(""))
                .toLowerCase(Locale.ROOT);
    }

    private String verdict() {
        return switch (report.state()) {
            case "ok" -> "ok";
            case "damaged" ->
                report.verdict().ok()
                        ? "unreadable files"
                        : Words.count(report.verdict().total(), "finding");
            default -> "not prepared";
        };
    }

    private void findings() throws IOException {
        if (report.verdict().ok()) {
            return;
        }
        html.open("div", "class", "findings", "role", "group", "aria-label", "Findings");
        html.open("ul");
        for (Finding finding : report.verdict().findings()) {
            html.open("li").leaf("strong", finding.kind().key()).text(" ");
            html.open("code").path(finding.path()).close().text(" ");
            html.leaf("span", "expected " + finding.expected() + ", found " + finding.found())
                    .close();
        }
        html.close();
        long hidden = report.verdict().total() - report.verdict().findings().size();
        if (hidden > 0) {
            html.leaf("p", "… and " + Words.number(hidden) + " more.");
        }
        if (report.verdict().totals().keySet().equals(Set.of(Finding.Kind.UNEXPECTED))) {
            html.leaf("p", "To mend it, move elsewhere what has no place there.");
        } else {
            command("To mend it:", "mvn datasets:verify -Ddatasets=" + dataset.id() + " -Ddatasets.repair");
        }
        html.close();
    }

    private void command(String purpose, String command) throws IOException {
        html.open("p", "class", "command").text(purpose + " ");
        html.leaf("code", command).close();
    }

    private void facts() throws IOException {
        html.open("dl", "class", "facts");
        if (report.receipt().isPresent()) {
            Receipt receipt = report.receipt().get();
            fact(
                    "Content",
                    Words.count(receipt.files(), "file") + ", " + Sizes.text(receipt.bytes()) + ", scope "
                            + receipt.scope());
            fact("Pictures", parts());
        }
        if (!dataset.citations().isEmpty()) {
            html.open("div", "class", "cite").leaf("dt", "Cite");
            html.leaf("dd", String.join(", ", dataset.citations())).close();
        }
        if (report.receipt().isPresent()) {
            String root = report.receipt().get().root();
            html.open("div", "class", "folder")
                    .leaf("dt", "Folder")
                    .open("dd")
                    .open("code")
                    .path(root)
                    .close()
                    .close()
                    .close();
        }
        if (!dataset.terms().licence().isEmpty() || !dataset.terms().page().isEmpty()) {
            html.open("div", "class", "terms").leaf("dt", "Terms").open("dd");
            html.text(dataset.terms().licence() + " ");
            link(dataset.terms().page());
            html.close().close();
        }
        html.close();
        sources();
    }

    private String parts() {
        StringBuilder parts = new StringBuilder(Words.number(report.pictures()));
        if (!report.classes().isEmpty()) {
            parts.append(" in ").append(Words.count(report.classes().size(), "class"));
        }
        if (report.captionCount() > 0) {
            parts.append(" with ").append(Words.count(report.captionCount(), "caption"));
        }
        return parts.toString();
    }

    private void fact(String name, String value) throws IOException {
        html.open("div").leaf("dt", name).leaf("dd", value).close();
    }

    /** An address as a link when it is one for browsers; as text otherwise. */
    private void link(String address) throws IOException {
        if (address.startsWith("https://") || address.startsWith("http://")) {
            html.leaf("a", address, "href", address, "rel", "noreferrer noopener");
        } else {
            html.text(address);
        }
    }

    private void sources() throws IOException {
        if (report.receipt().isEmpty() || report.receipt().get().sources().isEmpty()) {
            return;
        }
        Receipt receipt = report.receipt().get();
        html.open("details")
                .leaf("summary", "Made from " + Words.count(receipt.sources().size(), "source") + ", " + receipt.way());
        html.open("ul", "class", "sources");
        for (Receipt.Origin source : receipt.sources()) {
            html.open("li").leaf("strong", source.file()).text(" " + Sizes.text(source.bytes()) + " ");
            link(source.url());
            if (!source.sha256().isEmpty()) {
                html.text(" ").leaf("code", "sha256 " + source.sha256());
            }
            html.close();
        }
        html.close();
        html.open("p").text("Digest of the tree: ").leaf("code", receipt.tree()).close();
        html.close();
    }

    private void notes() throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        new TreeSet<>(report.notes()).forEach(note -> all.put(note, ""));
        report.sizes().ifPresent(sizes -> {
            sizes.oddities().forEach((oddity, count) -> all.put(Words.count(count, "picture") + ": " + oddity, ""));
            if (!sizes.unreadable().isEmpty()) {
                all.put("without a readable header: " + String.join(", ", sizes.unreadable()), "");
            }
        });
        if (all.isEmpty() && report.unreadable()) {
            all.put("some pictures on the contact sheet could not be read", "");
        }
        if (all.isEmpty()) {
            return;
        }
        html.open("ul", "class", "notes", "aria-label", "Notes");
        for (String note : all.keySet()) {
            html.leaf("li", note);
        }
        html.close();
        if (report.unreadable() && report.verdict().ok()) {
            command(
                    "To mend it:",
                    "mvn datasets:verify -Ddatasets=" + dataset.id() + " -Ddatasets.deep -Ddatasets.repair");
        }
    }
}
