package io.evaldata.datasets.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts of one dataset as charts, each with its numbers as a table or text. */
final class DatasetCharts {
    private final Html html;
    private final DatasetReport report;

    DatasetCharts(Html html, DatasetReport report) {
        this.html = html;
        this.report = report;
    }

    void write() throws IOException {
        html.open("div", "class", "charts");
        if (!report.splits().isEmpty()) {
            parts("Pictures per split", report.splits());
        }
        if (!report.classes().isEmpty()) {
            classes();
        }
        if (!report.captions().isEmpty()) {
            Map<String, Long> counts = new LinkedHashMap<>();
            report.captions().forEach((number, pictures) -> counts.put(Words.count(number, "caption"), pictures));
            parts("Pictures by number of captions", counts);
        }
        if (report.sizes().isPresent()) {
            sizes(report.sizes().get());
        }
        if (report.labels().isPresent() && report.labels().get().counted() > 0) {
            new LabelLegend(
                            html,
                            report.labels().get(),
                            new Palette(report.dataset().presentation()))
                    .write(report.pictures());
        }
        html.close();
    }

    private void parts(String title, Map<String, Long> counts) throws IOException {
        begin(title);
        BarChart.parts(html, counts, title + ": " + spoken(counts));
        html.close();
    }

    private void begin(String title) throws IOException {
        html.open("section", "class", "card").leaf("h3", title);
    }

    private static String spoken(Map<String, Long> counts) {
        StringBuilder spoken = new StringBuilder();
        counts.entrySet().stream().limit(20).forEach(entry -> spoken.append(spoken.isEmpty() ? "" : ", ")
                .append(entry.getKey())
                .append(' ')
                .append(Words.number(entry.getValue())));
        return spoken.toString();
    }

    private void classes() throws IOException {
        Map<String, Long> totals = new LinkedHashMap<>();
        report.classes()
                .forEach((name, counts) -> totals.put(
                        name,
                        counts.values().stream().mapToLong(Long::longValue).sum()));
        long least = totals.values().stream().mapToLong(Long::longValue).min().orElse(0);
        long most = totals.values().stream().mapToLong(Long::longValue).max().orElse(0);
        String range = least == most ? Words.number(least) : Words.number(least) + " to " + Words.number(most);
        String text = Words.count(totals.size(), "class") + " of " + range + (most == 1 ? " picture" : " pictures")
                + (least == most && totals.size() > 1 ? " each" : "");
        begin("Pictures per class");
        if (least < most) {
            BarChart.counts(html, totals, text);
        }
        html.leaf("p", text, "class", "caption");
        table(totals);
        html.close();
    }

    private void table(Map<String, Long> totals) throws IOException {
        Set<String> splits = new TreeSet<>();
        report.classes().values().forEach(counts -> splits.addAll(counts.keySet()));
        boolean split = splits.size() > 1;
        html.open("details").leaf("summary", "All classes as a table");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Pictures per class");
        html.open("table").open("thead").open("tr").leaf("th", "class", "scope", "col");
        if (split) {
            for (String name : splits) {
                html.leaf("th", name, "scope", "col", "class", "number");
            }
        }
        html.leaf("th", "pictures", "scope", "col", "class", "number")
                .close()
                .close()
                .open("tbody");
        for (Map.Entry<String, Long> total : totals.entrySet()) {
            html.open("tr").leaf("th", total.getKey(), "scope", "row");
            if (split) {
                for (String name : splits) {
                    long count = report.classes().get(total.getKey()).getOrDefault(name, 0L);
                    html.leaf("td", Words.number(count), "class", "number");
                }
            }
            html.leaf("td", Words.number(total.getValue()), "class", "number").close();
        }
        html.close().close().close().close();
    }

    private void sizes(PictureSizes sizes) throws IOException {
        Sides widths = sizes.widths();
        Sides heights = sizes.heights();
        boolean same = widths.allEqual() && heights.allEqual();
        String text = same
                ? "All are " + widths.min() + " × " + heights.min() + " pixels."
                : "Width " + range(widths) + ", height " + range(heights) + " pixels. " + Words.number(sizes.wide())
                        + " wide, " + Words.number(sizes.high()) + " high, " + Words.number(sizes.square())
                        + " square.";
        begin("Picture sizes");
        if (!same) {
            SizeChart.write(html, sizes, text);
        }
        html.leaf("p", same ? text : text + " The stronger a cell's colour, the more pictures.", "class", "caption")
                .close();
    }

    private static String range(Sides sides) {
        return sides.min() + "–" + sides.max() + " (median " + sides.median() + ")";
    }
}
