package io.evaldata.datasets.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evaldata.datasets.prepare.Receipt;
import io.evaldata.datasets.report.Tile.Share;
import java.util.List;

/** A report for machines: everything that the page shows, but the pictures by name only. */
final class ReportJson {
    private static final int FORMAT = 1;

    private ReportJson() {}

    static ObjectNode of(ReportHead head, List<DatasetReport> datasets) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.put("generated", head.generated());
        json.put("root", head.root());
        json.put("deep", head.deep());
        ArrayNode all = json.putArray("datasets");
        datasets.forEach(dataset -> all.add(dataset(dataset)));
        return json;
    }

    private static ObjectNode dataset(DatasetReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", report.dataset().id());
        json.put("title", report.dataset().title());
        json.put("group", report.dataset().group());
        json.put("state", report.state());
        json.set("verdict", report.verdict().json());
        report.receipt().ifPresent(receipt -> json.set("prepared", prepared(receipt)));
        ObjectNode terms = json.putObject("terms");
        terms.put("licence", report.dataset().terms().licence());
        terms.put("page", report.dataset().terms().page());
        report.dataset().citations().forEach(json.putArray("citations")::add);
        json.put("pictures", report.pictures());
        report.splits().forEach(json.putObject("splits")::put);
        ObjectNode classes = json.putObject("classes");
        report.classes().forEach((name, counts) -> counts.forEach(classes.putObject(name)::put));
        ObjectNode captions = json.putObject("captions");
        captions.put("total", report.captionCount());
        ObjectNode perPicture = captions.putObject("picturesByNumber");
        report.captions().forEach((number, pictures) -> perPicture.put(number.toString(), pictures));
        report.sizes().ifPresent(sizes -> json.set("sizes", sizes(sizes)));
        report.labels()
                .ifPresent(labels -> json.set(
                        "labels", labels(labels, new Palette(report.dataset().presentation()))));
        ArrayNode sheet = json.putArray("sheet");
        report.tiles().forEach(tile -> sheet.add(tile(tile)));
        report.notes().forEach(json.putArray("notes")::add);
        return json;
    }

    private static ObjectNode prepared(Receipt receipt) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", receipt.kind())
                .put("scope", receipt.scope())
                .put("root", receipt.root())
                .put("way", receipt.way())
                .put("files", receipt.files())
                .put("bytes", receipt.bytes())
                .put("tree", receipt.tree());
        ArrayNode sources = json.putArray("sources");
        for (Receipt.Origin source : receipt.sources()) {
            sources.addObject()
                    .put("file", source.file())
                    .put("url", source.url())
                    .put("bytes", source.bytes())
                    .put("sha256", source.sha256());
        }
        return json;
    }

    private static ObjectNode sizes(PictureSizes sizes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("pictures", sizes.count());
        json.set("width", side(sizes.widths()));
        json.set("height", side(sizes.heights()));
        json.put("wide", sizes.wide()).put("high", sizes.high()).put("square", sizes.square());
        sizes.oddities().forEach(json.putObject("oddities")::put);
        sizes.unreadable().forEach(json.putArray("unreadable")::add);
        return json;
    }

    private static ObjectNode side(Sides sides) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("min", sides.min())
                .put("median", sides.median())
                .put("max", sides.max());
    }

    private static ObjectNode labels(PixelShares labels, Palette palette) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("countedMaps", labels.counted());
        ArrayNode values = json.putArray("values");
        for (Share share : labels.shares()) {
            values.addObject()
                    .put("id", share.id())
                    .put("name", palette.name(share.id()))
                    .put("colour", palette.hex(share.id()))
                    .put("share", rounded(share.share()))
                    .put("maps", labels.maps(share.id()));
        }
        return json;
    }

    private static ObjectNode tile(Tile tile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("picture", tile.picture().path());
        json.put("split", tile.picture().split());
        json.put("class", tile.picture().className());
        json.put("shown", tile.thumbnail().isPresent());
        tile.captions().forEach(json.putArray("captions")::add);
        tile.labels().ifPresent(labels -> {
            json.put("map", labels.map());
            ObjectNode shares = json.putObject("shares");
            labels.shares().forEach(share -> shares.put(share.id() + "", rounded(share.share())));
        });
        tile.notes().forEach(json.putArray("notes")::add);
        return json;
    }

    /** Enough digits to compare, few enough to read. */
    private static double rounded(double share) {
        return Math.round(share * 1e6) / 1e6;
    }
}
