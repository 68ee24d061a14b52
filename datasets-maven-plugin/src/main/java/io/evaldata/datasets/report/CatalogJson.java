package io.evaldata.datasets.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.catalog.Way;
import io.evaldata.datasets.io.PublicAddress;
import io.evaldata.datasets.prepare.Amount;
import java.util.Collection;

/** The catalogue for machines: the data cards of datasets. */
public final class CatalogJson {
    private CatalogJson() {}

    /** {@code datasets}: of each everything that its card says. */
    public static ObjectNode of(Collection<Dataset> datasets) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("datasets");
        datasets.forEach(dataset -> json.withArray("datasets").add(card(dataset)));
        return json;
    }

    private static ObjectNode card(Dataset dataset) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", dataset.id());
        json.put("title", dataset.title());
        json.putArray("aliases");
        dataset.aliases().forEach(alias -> json.withArray("aliases").add(alias));
        json.put("group", dataset.group());
        json.put("family", dataset.family().key());
        json.put("root", dataset.root());
        dataset.derivedFrom().ifPresent(base -> json.put("derivedFrom", base));
        json.putObject("terms")
                .put("licence", dataset.terms().licence())
                .put("page", dataset.terms().page())
                .put("mustAccept", dataset.terms().mustAccept());
        json.putArray("citations");
        dataset.citations().forEach(citation -> json.withArray("citations").add(citation));
        json.put("layout", dataset.layout());
        dataset.evalBytes().ifPresent(bytes -> json.put("evalBytes", bytes));
        json.putArray("counts");
        for (Expectation expectation : dataset.expectations()) {
            if (expectation instanceof Expectation.Count count) {
                json.withArray("counts")
                        .addObject()
                        .put("glob", count.glob().toString())
                        .put("count", count.count())
                        .put("eval", count.scopes().contains(Scope.EVAL));
            }
        }
        json.putArray("ways");
        dataset.ways().forEach(way -> json.withArray("ways").add(way(dataset, way)));
        json.putArray("sources");
        dataset.sources().values().forEach(source -> json.withArray("sources").add(source(source)));
        return json;
    }

    private static ObjectNode way(Dataset dataset, Way way) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", way.name());
        for (Scope scope : Scope.values()) {
            ObjectNode part = json.putObject(scope.key());
            part.set(
                    "download",
                    PlanJson.amount(way.sources(scope).stream()
                            .map(file -> Amount.of(dataset.source(file)))
                            .reduce(Amount.NONE, Amount::plus)));
            part.putArray("files");
            way.sources(scope).forEach(file -> part.withArray("files").add(file));
        }
        return json;
    }

    private static ObjectNode source(Source source) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", source.file());
        json.putArray("urls");
        source.urls().forEach(url -> json.withArray("urls").add(PublicAddress.of(url)));
        json.set("size", PlanJson.amount(Amount.of(source)));
        source.checksums().stream()
                .sorted((a, b) -> a.algorithm().compareTo(b.algorithm()))
                .forEach(checksum -> json.put(checksum.algorithm().key(), checksum.hex()));
        json.put("access", source.access().key());
        json.put("page", source.page());
        json.put("state", source.state());
        json.put("note", source.note());
        return json;
    }
}
