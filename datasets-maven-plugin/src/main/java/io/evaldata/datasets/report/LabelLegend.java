package io.evaldata.datasets.report;

import io.evaldata.datasets.report.Tile.Share;
import java.io.IOException;
import java.util.List;

/** The label values of a dataset: name, colour, and the part of all pixels as a number and as a bar of a whole. */
final class LabelLegend {
    private static final int SHOWN = 24;

    private final Html html;
    private final PixelShares labels;
    private final Palette palette;

    LabelLegend(Html html, PixelShares labels, Palette palette) {
        this.html = html;
        this.labels = labels;
        this.palette = palette;
    }

    /**
     * Writes it.
     *
     * @param pictures how many pictures the dataset has, to say whether the maps are a sample of them
     */
    void write(int pictures) throws IOException {
        List<Share> shares = labels.shares();
        html.open("section", "class", "card legend");
        html.leaf("h3", "Classes by their part of the pixels");
        String maps = Words.count(labels.counted(), "map") + (labels.counted() < pictures ? ", sampled" : "");
        html.leaf(
                "p",
                shares.size() + " label values in " + maps + ". A full bar would be all of their pixels.",
                "class",
                "caption");
        entries(shares.subList(0, Math.min(SHOWN, shares.size())));
        if (shares.size() > SHOWN) {
            html.open("details").leaf("summary", "The other " + (shares.size() - SHOWN));
            entries(shares.subList(SHOWN, shares.size()));
            html.close();
        }
        html.close();
    }

    private void entries(List<Share> shares) throws IOException {
        html.open("ol");
        for (Share share : shares) {
            html.open("li", "title", "label " + share.id() + ", in " + Words.count(labels.maps(share.id()), "map"));
            swatch(html, palette, share.id());
            html.leaf("span", palette.name(share.id()), "class", "name");
            html.leaf("span", Words.percent(share.share()), "class", "share");
            meter(share);
            html.close();
        }
        html.close();
    }

    private void meter(Share share) throws IOException {
        html.open(
                "svg", "class", "meter", "viewBox", "0 0 100 4", "preserveAspectRatio", "none", "aria-hidden", "true");
        html.leaf(
                "rect",
                "",
                "width",
                BarChart.number(100 * share.share()),
                "height",
                "4",
                "fill",
                palette.hex(share.id()),
                "class",
                style(palette, share.id()));
        html.close();
    }

    /** A small square of a label's colour. */
    static void swatch(Html html, Palette palette, int id) throws IOException {
        html.open("svg", "class", "swatch", "viewBox", "0 0 12 12", "aria-hidden", "true");
        html.leaf(
                "rect",
                "",
                "x",
                "0.5",
                "y",
                "0.5",
                "width",
                "11",
                "height",
                "11",
                "rx",
                "2.5",
                "fill",
                palette.hex(id),
                "class",
                style(palette, id));
        html.close();
    }

    private static String style(Palette palette, int id) {
        return palette.isIgnored(id) ? "ignored" : "label";
    }
}
