package io.evaldata.datasets.report;

import io.evaldata.datasets.report.Tile.Share;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts of one dataset as charts, each with its numbers as a table or text. */
final class DatasetCharts {
    private static final int SHOWN_LABELS = 24;

    private final Html html;
    private final DatasetReport report;

    DatasetCharts(Html html, DatasetReport report) {
        this.html = html;
        this.report = report;
    }

    void write() throws IOException {
        html.open("div", "class", "charts").open("div", "class", "stack");
        if (!report.splits().isEmpty()) {
            begin("Pictures per split");
            BarChart.write(html, report.splits(), "Pictures per split: " + spoken(report.splits()));
            html.close();
        }
        if (!report.classes().isEmpty()) {
            classes();
        }
        if (!report.captions().isEmpty()) {
            Map<String, Long> counts = new LinkedHashMap<>();
            report.captions().forEach((number, pictures) -> counts.put(Words.count(number, "caption"), pictures));
            begin("Pictures by number of captions");
            BarChart.write(html, counts, "Pictures by number of captions: " + spoken(counts));
            html.close();
        }
        if (report.labels().isPresent() && report.labels().get().counted() > 0) {
            labels(report.labels().get());
        }
        html.close();
        if (report.sizes().isPresent()) {
            sizes(report.sizes().get());
        }
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
        String text = Words.count(totals.size(), "class") + " of " + range + " pictures";
        begin("Pictures per class");
        if (least < most || totals.size() <= BarChart.FEW) {
            BarChart.write(html, totals, text);
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
        html.leaf("p", text, "class", "caption").close();
    }

    private static String range(Sides sides) {
        return sides.min() + "–" + sides.max() + " (median " + sides.median() + ")";
    }

    private void labels(PixelShares labels) throws IOException {
        Palette palette = new Palette(report.dataset().presentation());
        List<Share> shares = labels.shares();
        html.open("section", "class", "card legend");
        html.leaf("h3", "Classes by their part of the pixels");
        html.leaf(
                "p",
                shares.size() + " label values in " + Words.count(labels.counted(), "map")
                        + (labels.counted() < report.pictures() ? ", sampled" : ""),
                "class",
                "caption");
        legend(
                labels,
                palette,
                shares.subList(0, Math.min(SHOWN_LABELS, shares.size())),
                shares.get(0).share());
        if (shares.size() > SHOWN_LABELS) {
            html.open("details").leaf("summary", "The other " + (shares.size() - SHOWN_LABELS));
            legend(
                    labels,
                    palette,
                    shares.subList(SHOWN_LABELS, shares.size()),
                    shares.get(0).share());
            html.close();
        }
        html.close();
    }

    private void legend(PixelShares labels, Palette palette, List<Share> shares, double most) throws IOException {
        html.open("ol");
        for (Share share : shares) {
            html.open("li", "title", "label " + share.id() + ", in " + Words.count(labels.maps(share.id()), "map"));
            swatch(html, palette.hex(share.id()));
            html.leaf("span", palette.name(share.id()), "class", "name");
            html.leaf("span", Words.percent(share.share()), "class", "share");
            html.open(
                    "svg",
                    "class",
                    "meter",
                    "viewBox",
                    "0 0 100 4",
                    "preserveAspectRatio",
                    "none",
                    "aria-hidden",
                    "true");
            html.leaf(
                    "rect",
                    "",
                    "width",
                    BarChart.number(100 * share.share() / most),
                    "height",
                    "4",
                    "fill",
                    palette.hex(share.id()));
            html.close().close();
        }
        html.close();
    }

    /** A small square of a colour. */
    static void swatch(Html html, String colour) throws IOException {
        html.open("svg", "class", "swatch", "viewBox", "0 0 12 12", "aria-hidden", "true");
        html.leaf("rect", "", "width", "12", "height", "12", "rx", "3", "fill", colour)
                .close();
    }
}
