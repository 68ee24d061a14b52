package io.evaldata.datasets.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evaldata.datasets.catalog.Access;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A stand-in's entry in the overlay catalogue: sizes and digests of its files, nothing to sign or to log in for, and the
 * built-in expectations with the stand-in's own numbers.
 */
final class OverlayEntry {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OverlayEntry() {}

    static ObjectNode of(Dataset original, Sample sample) {
        ObjectNode entry = JSON.createObjectNode().put("id", original.id());
        entry.putObject("terms")
                .put("licence", "Generated stand-in; nothing of the original is in it.")
                .put("mustAccept", false);
        ArrayNode sources = entry.putArray("sources");
        sample.files().forEach((file, content) -> {
            if (original.sources().containsKey(file)) {
                sources.addObject()
                        .put("file", file)
                        .put("bytes", content.length)
                        .put("sha256", Sample.digest(Algorithm.SHA256, content).hex())
                        .put("access", Access.OPEN.key())
                        .put("state", "ok");
            }
        });
        ArrayNode expect = entry.putArray("expect");
        for (Expectation expectation : original.expectations()) {
            if (expectation instanceof Expectation.Count count) {
                count(expect, count, sample);
            } else if (expectation instanceof Expectation.Digest digest) {
                digest(expect, digest, sample);
            } else if (expectation instanceof Expectation.Entries entries) {
                sample.entries(entries.file()).ifPresent(found -> scoped(expect, entries)
                        .put("file", entries.file())
                        .put("entries", found));
            }
        }
        return entry;
    }

    /** One line where both scopes leave the same number, else one for each. */
    private static void count(ArrayNode expect, Expectation.Count count, Sample sample) {
        Map<Scope, Long> counts = new EnumMap<>(Scope.class);
        count.scopes().forEach(scope -> counts.put(scope, sample.count(count.glob(), scope)));
        if (counts.size() > 1 && Set.copyOf(counts.values()).size() == 1) {
            expect.addObject()
                    .put("glob", count.glob().toString())
                    .put("count", counts.values().iterator().next());
            return;
        }
        counts.forEach((scope, found) -> expect.addObject()
                .put("glob", count.glob().toString())
                .put("count", found)
                .put("scope", scope.key()));
    }

    private static void digest(ArrayNode expect, Expectation.Digest expected, Sample sample) {
        sample.digest(expected).ifPresent(checksum -> scoped(expect, expected)
                .put("file", expected.file())
                .put(checksum.algorithm().key(), checksum.hex()));
    }

    private static ObjectNode scoped(ArrayNode expect, Expectation expected) {
        ObjectNode line = expect.addObject();
        if (expected.scopes().size() == 1) {
            line.put("scope", expected.scopes().iterator().next().key());
        }
        return line;
    }
}
