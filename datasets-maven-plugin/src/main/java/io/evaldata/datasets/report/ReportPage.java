package io.evaldata.datasets.report;

import io.evaldata.datasets.io.Checksum.Algorithm;
import io.evaldata.datasets.prepare.Receipt;
import io.evaldata.datasets.prepare.Sizes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The report as one page that needs nothing else. Its content security policy lets only its own style and script run, by
 * digest, and nothing be loaded.
 */
final class ReportPage {
    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");
    private static final String POLICY = "default-src 'none'; img-src data:; style-src '" + digest(STYLE)
            + "'; script-src '" + digest(SCRIPT) + "'; base-uri 'none'; form-action 'none'";

    private final Html html;
    private final ReportHead head;
    private final List<DatasetReport> datasets;

    ReportPage(Html html, ReportHead head, List<DatasetReport> datasets) {
        this.html = html;
        this.head = head;
        this.datasets = datasets;
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String code) {
        byte[] digest = Algorithm.SHA256.newDigest().digest(code.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    void write() throws IOException {
        html.doctype().line();
        html.open("html", "lang", "en").line();
        html.open("head");
        html.open("meta", "charset", "utf-8").line();
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .line();
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark").line();
        html.leaf("title", "Datasets report").line();
        html.own("style", STYLE).line();
        html.close();
        html.open("body");
        html.leaf("a", "Skip to the datasets", "class", "skip", "href", "#datasets");
        header();
        html.open("div", "class", "columns");
        contents();
        html.open("main", "id", "datasets", "tabindex", "-1");
        for (DatasetReport dataset : datasets) {
            html.line();
            new DatasetArticle(html, dataset).write();
        }
        html.open("p", "id", "nothing", "hidden", "").text("No dataset matches. ");
        html.leaf("button", "Show all", "type", "button", "id", "reset").close();
        html.close().close();
        html.leaf("a", "All datasets", "class", "up", "href", "#contents");
        footer();
        html.own("script", SCRIPT).line();
        html.close().close();
        html.line();
    }

    private void header() throws IOException {
        html.open("header", "class", "top");
        html.open("div", "class", "brand");
        html.leaf("h1", "Datasets");
        html.leaf("p", summary(), "class", "sum", "id", "sum", "role", "status");
        html.close();
        html.open("search", "class", "tools", "aria-label", "Filter the datasets");
        html.open("label", "class", "find").leaf("span", "Filter", "class", "unseen");
        html.open(
                "input",
                "type",
                "search",
                "id",
                "find",
                "placeholder",
                "Filter by name, alias, licence …",
                "autocomplete",
                "off");
        html.close();
        select("group", "Group", "All groups", groups());
        select("state", "Verdict", "All verdicts", states());
        html.leaf("button", "Theme: auto", "type", "button", "id", "theme");
        html.close();
        html.close().line();
    }

    private String summary() {
        long ok = datasets.stream().filter(d -> d.state().equals("ok")).count();
        long pictures = datasets.stream().mapToLong(DatasetReport::pictures).sum();
        long bytes = datasets.stream()
                .flatMap(d -> d.receipt().stream())
                .mapToLong(Receipt::bytes)
                .sum();
        String verdict = ok == datasets.size() ? ", all ok" : ", " + ok + " ok";
        return Words.count(datasets.size(), "dataset") + verdict + " · " + Words.count(pictures, "picture") + " · "
                + Sizes.text(bytes);
    }

    private Set<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        datasets.forEach(dataset -> groups.add(dataset.dataset().group()));
        return groups;
    }

    private Set<String> states() {
        Set<String> states = new LinkedHashSet<>();
        datasets.forEach(dataset -> states.add(dataset.state()));
        return states;
    }

    private void select(String id, String name, String all, Set<String> values) throws IOException {
        html.open("label").leaf("span", name, "class", "unseen");
        html.open("select", "id", id).leaf("option", all, "value", "");
        for (String value : values) {
            html.leaf("option", value, "value", value);
        }
        html.close().close();
    }

    private void contents() throws IOException {
        html.open("nav", "aria-label", "Datasets", "id", "contents", "tabindex", "-1");
        for (String group : groups()) {
            html.open("div", "class", "group", "data-group", group)
                    .leaf("h2", group)
                    .open("ul");
            for (DatasetReport dataset : datasets) {
                if (dataset.dataset().group().equals(group)) {
                    String id = dataset.dataset().id();
                    html.open("li", "data-for", id);
                    html.open("a", "href", "#" + id);
                    html.leaf("span", "", "class", "dot " + dataset.state());
                    html.text(id);
                    html.leaf("span", " " + dataset.state(), "class", "unseen");
                    html.close().close();
                }
            }
            html.close().close();
        }
        html.close().line();
    }

    private void footer() throws IOException {
        html.open("footer");
        html.text(
                "Made " + head.generated() + " from " + head.root() + ". Verdicts are "
                        + (head.deep() ? "deep: every file was read." : "quick; -Ddatasets.deep reads every file.")
                        + " Pictures are chosen with a fixed seed; the same facts as JSON are in report.json beside this page.");
        html.close().line();
    }
}
