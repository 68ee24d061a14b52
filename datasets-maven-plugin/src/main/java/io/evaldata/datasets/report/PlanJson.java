package io.evaldata.datasets.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evaldata.datasets.prepare.Amount;
import io.evaldata.datasets.prepare.Errand;
import io.evaldata.datasets.prepare.LineRate;
import io.evaldata.datasets.prepare.Plan;
import io.evaldata.datasets.prepare.Plan.FileState;
import io.evaldata.datasets.prepare.Plan.Item;
import io.evaldata.datasets.prepare.Plan.WayCost;
import io.evaldata.datasets.prepare.Reason;
import java.util.Locale;

/** A plan for machines. */
public final class PlanJson {
    private PlanJson() {}

    /**
     * {@code sample}, {@code missing}, {@code toFetch}, {@code onDisk} and {@code peak} in sum, {@code seconds} at the rate, and
     * {@code datasets} with the same, their files, the cost of each way, and what has to be done first. Amounts are
     * {@code bytes} (of what is known), {@code exact} and {@code unknownFiles}.
     */
    public static ObjectNode of(Plan plan, LineRate rate) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sample", plan.sample());
        json.put("missing", plan.missing());
        json.set("toFetch", amount(plan.toFetch()));
        json.set("onDisk", amount(plan.onDisk()));
        json.set("peak", amount(plan.peak()));
        json.put("bitsPerSecond", rate.bitsPerSecond());
        json.put("seconds", rate.timeFor(plan.toFetch().bytes()).toSeconds());
        json.putArray("datasets");
        plan.items().forEach(item -> json.withArray("datasets").add(dataset(item)));
        return json;
    }

    /** A number of bytes as far as it is known. */
    static ObjectNode amount(Amount amount) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("bytes", amount.bytes())
                .put("exact", amount.exact())
                .put("unknownFiles", amount.unknown());
    }

    private static ObjectNode dataset(Item item) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", item.dataset().id());
        json.put("root", item.root().toString());
        json.put("missing", item.isMissing());
        json.put("reason", item.reason().map(Reason::words).orElse(""));
        json.set("toFetch", amount(item.toFetch()));
        json.set("onDisk", amount(item.onDisk()));
        json.putArray("files");
        item.files().forEach(file -> json.withArray("files").add(file(file)));
        json.putArray("ways");
        item.ways().forEach(way -> json.withArray("ways").add(way(way)));
        json.putArray("needs");
        for (Errand errand : item.errands()) {
            json.withArray("needs")
                    .addObject()
                    .put("kind", errand.kind().name().toLowerCase(Locale.ROOT))
                    .put("text", errand.text());
        }
        return json;
    }

    private static ObjectNode file(FileState file) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", file.source().file());
        json.set("size", amount(Amount.of(file.source())));
        json.put("there", file.there().map(Object::toString).orElse(""));
        json.put("resumableBytes", file.resumable());
        json.put("shared", file.shared());
        json.put("inParts", file.inParts());
        json.put("access", file.source().access().key());
        json.put("state", file.source().state());
        return json;
    }

    private static ObjectNode way(WayCost way) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", way.name());
        json.set("whole", amount(way.whole()));
        way.inParts().ifPresent(parts -> json.set("inParts", amount(parts)));
        json.put("trouble", way.trouble());
        return json;
    }
}
