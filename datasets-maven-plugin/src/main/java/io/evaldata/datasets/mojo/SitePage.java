package io.evaldata.datasets.mojo;

import io.evaldata.datasets.report.DatasetsReport.Line;
import java.util.List;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;

/** The page of a Maven site that says how the datasets are and leads to the report about them. */
final class SitePage {
    /** Its heading, and its name in the site's menu. */
    static final String TITLE = "Datasets";

    private final Sink sink;

    SitePage(Sink sink) {
        this.sink = sink;
    }

    /**
     * Writes it.
     *
     * @param lines a row for each dataset
     * @param report the address of the report, relative to the page
     */
    void write(List<Line> lines, String report) {
        sink.head();
        sink.title();
        sink.text(TITLE);
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(TITLE);
        sink.sectionTitle1_();
        long good = lines.stream().filter(line -> line.state().equals("ok")).count();
        sink.paragraph();
        sink.text(good + " of " + lines.size() + " datasets are ok. ");
        link("The report", report);
        sink.text(" has their sources, terms, counts and pictures; the same for machines: ");
        link("report.json", report.replace("index.html", "report.json"));
        sink.text(".");
        sink.paragraph_();
        table(lines, report);
        sink.section1_();
        sink.body_();
        sink.flush();
        sink.close();
    }

    private void table(List<Line> lines, String report) {
        sink.table();
        sink.tableRows(null, false);
        sink.tableRow();
        for (String heading : List.of("dataset", "is", "state", "pictures", "content")) {
            sink.tableHeaderCell();
            sink.text(heading);
            sink.tableHeaderCell_();
        }
        sink.tableRow_();
        for (Line line : lines) {
            sink.tableRow();
            sink.tableCell();
            link(line.id(), report + "#" + line.id());
            sink.tableCell_();
            cell(line.title());
            cell(line.state());
            cell(String.format(Locale.ROOT, "%,d", line.pictures()));
            cell(line.content());
            sink.tableRow_();
        }
        sink.tableRows_();
        sink.table_();
    }

    private void cell(String text) {
        sink.tableCell();
        sink.text(text);
        sink.tableCell_();
    }

    private void link(String text, String address) {
        sink.link(address);
        sink.text(text);
        sink.link_();
    }
}
