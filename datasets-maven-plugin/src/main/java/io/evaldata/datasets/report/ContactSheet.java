package io.evaldata.datasets.report;

import io.evaldata.datasets.report.Tile.Labels;
import io.evaldata.datasets.report.Tile.Share;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sample of a dataset's pictures: with captions, by class, or under their label maps. */
final class ContactSheet {
    private static final int SHARES_ON_TILE = 4;
    private static final int TINY = 100;
    private static final double WIDE = 1.77;

    private final Html html;
    private final DatasetReport report;
    private final Palette palette;

    ContactSheet(Html html, DatasetReport report) {
        this.html = html;
        this.report = report;
        this.palette = new Palette(report.dataset().presentation());
    }

    void write() throws IOException {
        if (report.tiles().isEmpty()) {
            return;
        }
        String title = report.dataset().id() + "-sheet";
        boolean overlaid =
                report.tiles().stream().anyMatch(tile -> tile.labels().isPresent());
        html.open("section", "class", isWide() ? "sheet wide" : "sheet", "aria-labelledby", title, "data-view", "both");
        html.open("div", "class", "sheethead");
        html.leaf("h3", "Contact sheet", "id", title);
        html.leaf("p", report.tiles().size() + " of " + Words.count(report.pictures(), "picture"), "class", "caption");
        if (overlaid) {
            views();
        }
        html.close();
        Map<String, List<Tile>> classes = new LinkedHashMap<>();
        for (Tile tile : report.tiles()) {
            classes.computeIfAbsent(tile.picture().className(), name -> new ArrayList<>())
                    .add(tile);
        }
        if (classes.size() == 1 && classes.containsKey("")) {
            tiles(report.tiles(), "tiles");
        } else {
            html.open("div", "class", "classes");
            for (Map.Entry<String, List<Tile>> group : classes.entrySet()) {
                html.open("section", "class", "class");
                html.leaf("h4", group.getKey(), "dir", "auto");
                tiles(group.getValue(), "tiles small");
                html.close();
            }
            html.close();
        }
        html.close();
    }

    /** Whether all pictures are so wide that frames of 4 to 3 would be empty by a quarter or more. */
    private boolean isWide() {
        return report.tiles().stream().allMatch(tile -> tile.thumbnail()
                .filter(image -> image.width() >= WIDE * image.height())
                .isPresent());
    }

    /** What the tiles show; a tile can be set on its own, too. */
    private void views() throws IOException {
        html.open("fieldset", "class", "views").leaf("legend", "Show", "class", "unseen");
        for (String view : new String[] {"both", "image", "map"}) {
            html.open("label");
            html.open(
                    "input",
                    "type",
                    "radio",
                    "name",
                    report.dataset().id() + "-view",
                    "value",
                    view,
                    view.equals("both") ? "checked" : "data-other",
                    "");
            html.leaf("span", view).close();
        }
        html.close();
    }

    private void tiles(List<Tile> tiles, String style) throws IOException {
        html.open("ul", "class", style);
        for (Tile tile : tiles) {
            html.line().open("li").open("figure");
            picture(tile);
            caption(tile);
            html.close().close();
        }
        html.close();
    }

    private void picture(Tile tile) throws IOException {
        Optional<Labels> labels = tile.labels();
        if (labels.isPresent()) {
            html.open(
                    "button",
                    "type",
                    "button",
                    "class",
                    "view",
                    "aria-label",
                    "Picture " + tile.picture().path() + ": show image, map or both");
        } else {
            html.open("div", "class", "view");
        }
        if (tile.thumbnail().isPresent()) {
            image(tile.thumbnail().get(), "photo", alternative(tile));
        } else if (labels.isEmpty()) {
            html.leaf("span", "no picture", "class", "none");
        }
        if (labels.isPresent()) {
            image(labels.get().overlay(), "map", "");
        }
        html.close();
    }

    private static String alternative(Tile tile) {
        if (!tile.captions().isEmpty()) {
            return tile.captions().get(0);
        }
        String name = tile.picture().className();
        return name.isEmpty() ? "Picture " + tile.picture().path() : name;
    }

    private void image(Thumbnail image, String role, String alternative) throws IOException {
        boolean tiny = Math.max(image.width(), image.height()) < TINY;
        html.open(
                "img",
                "class",
                tiny ? role + " tiny" : role,
                "src",
                image.dataUri(),
                "width",
                image.width() + "",
                "height",
                image.height() + "",
                "loading",
                "lazy",
                "decoding",
                "async",
                "alt",
                alternative);
    }

    private void caption(Tile tile) throws IOException {
        html.open("figcaption");
        if (tile.captions().size() == 1) {
            html.leaf("p", tile.captions().get(0), "dir", "auto");
        } else if (!tile.captions().isEmpty()) {
            html.open("ol", "class", "captions");
            for (String text : tile.captions()) {
                html.leaf("li", text, "dir", "auto");
            }
            html.close();
        }
        if (tile.labels().isPresent()) {
            html.open("p", "class", "chips");
            List<Share> shares = tile.labels().get().shares();
            for (Share share : shares.subList(0, Math.min(SHARES_ON_TILE, shares.size()))) {
                html.open("span", "class", "chip");
                LabelLegend.swatch(html, palette, share.id());
                html.text(palette.name(share.id()) + " " + Words.percent(share.share()))
                        .close();
            }
            if (shares.size() > SHARES_ON_TILE) {
                html.leaf("span", "+ " + (shares.size() - SHARES_ON_TILE) + " more", "class", "chip more");
            }
            html.close();
        }
        String path = tile.picture().path();
        html.open("p", "class", "file", "title", path)
                .path(path.substring(path.lastIndexOf('/') + 1))
                .close();
        for (String note : tile.notes()) {
            html.leaf("p", note, "class", "odd");
        }
        html.close();
    }
}
