package io.evaldata.datasets.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.ProbeResult;
import io.evaldata.datasets.prepare.LineRate;
import io.evaldata.datasets.prepare.Plan;
import io.evaldata.datasets.prepare.Probing;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Roots;
import io.evaldata.datasets.prepare.Verification;
import io.evaldata.datasets.verify.Finding;
import io.evaldata.datasets.verify.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/json.md} has every field of the answers for machines, and no other. */
class JsonPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    private final Catalog catalog = CatalogReader.builtIn().catalog();

    @TempDir
    private Path temp;

    @Test
    void ofPlan() throws IOException {
        Request.Fetching fetching =
                new Request.Fetching(temp, Optional.empty(), false, false, false, Set.of(), Optional.empty(), false);
        Request request = new Request(
                catalog,
                List.copyOf(catalog.all()),
                Roots.of(temp, Map.of()),
                Scope.EVAL,
                fetching,
                "12.3",
                false,
                1,
                false,
                false);
        Plan plan = Plan.of(request, Cache.at(temp, Optional.empty()));
        assertThat(fields(PlanJson.of(plan, LineRate.parse("1")))).isEqualTo(documented("plan"));
    }

    @Test
    void ofList() throws IOException {
        assertThat(fields(CatalogJson.of(catalog.all()))).isEqualTo(documented("list"));
    }

    @Test
    void ofVerify() throws IOException {
        Verdict verdict = new Verdict(
                List.of(new Finding(Finding.Kind.SIZE, "a", "1", "2")),
                new TreeMap<>(Map.of(Finding.Kind.SIZE, 1L)),
                new TreeSet<>(Set.of("a")));
        Verification.Result result = new Verification.Result(catalog.get("dtd"), Optional.empty(), verdict);
        assertThat(fields(VerdictText.json(List.of(result)))).isEqualTo(documented("verify"));
    }

    @Test
    void ofProbe() throws IOException {
        URI url = URI.create("https://data.example.org/a");
        ProbeResult found = new ProbeResult(
                url,
                url,
                ProbeResult.State.MOVED,
                "moved",
                Optional.of(url),
                OptionalLong.of(1),
                Optional.of("v"),
                true,
                true,
                Duration.ZERO);
        Probing.Result result = new Probing.Result(catalog.get("dtd"), "a", List.of(found));
        assertThat(fields(ProbeText.json(List.of(result)))).isEqualTo(documented("probe"));
    }

    private static Set<String> documented(String goal) throws IOException {
        String page = Files.readString(Path.of("../docs/json.md"));
        String begin = "## `" + goal + "`\n";
        int from = page.indexOf(begin);
        assertThat(from).as(begin).isPositive();
        int to = page.indexOf("\n## ", from + begin.length());
        Set<String> fields = new TreeSet<>();
        ROW.matcher(page.substring(from, to < 0 ? page.length() : to))
                .results()
                .forEach(row -> fields.add(row.group(1)));
        return fields;
    }

    private static Set<String> fields(JsonNode json) {
        Set<String> fields = new TreeSet<>();
        collect(json, "", fields);
        return fields;
    }

    private static void collect(JsonNode json, String path, Set<String> fields) {
        if (json.isArray()) {
            json.forEach(item -> collect(item, path + "[]", fields));
        } else if (json.isObject() && !json.has("unknownFiles")) { // a size is described once
            json.properties()
                    .forEach(member -> collect(
                            member.getValue(),
                            path.endsWith("totals")
                                    ? path + ".*"
                                    : (path.isEmpty() ? "" : path + ".") + member.getKey(),
                            fields));
        } else {
            fields.add(path);
        }
    }
}
