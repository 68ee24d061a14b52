package io.evaldata.datasets.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evaldata.datasets.prepare.Verification.Result;
import java.util.ArrayList;
import java.util.List;

/** The verdicts of a verification, as text and as JSON. */
public final class VerdictText {
    private VerdictText() {}

    /** A line per dataset, and one per finding. */
    public static List<String> lines(List<Result> results) {
        List<String> lines = new ArrayList<>();
        for (Result result : results) {
            lines.add(result.dataset().id() + ": " + word(result));
            result.verdict().lines().forEach(line -> lines.add("    " + line));
        }
        return lines;
    }

    /** The sums, as the last line. */
    public static String summary(List<Result> results) {
        long missing = results.stream().filter(r -> r.receipt().isEmpty()).count();
        long good = results.stream().filter(Result::isGood).count();
        return "verified " + good + ", damaged " + (results.size() - good - missing) + ", not prepared " + missing;
    }

    /** {@code datasets}: id, verdict ({@code ok}, {@code damaged} or {@code not prepared}) and findings of each. */
    public static ObjectNode json(List<Result> results) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Result result : results) {
            ObjectNode dataset = json.withArray("datasets").addObject();
            dataset.put("id", result.dataset().id());
            dataset.put("verdict", word(result));
            dataset.setAll(result.verdict().json());
            dataset.put("ok", result.isGood());
        }
        return json;
    }

    private static String word(Result result) {
        if (result.receipt().isEmpty()) {
            return "not prepared";
        }
        return result.verdict().ok() ? "ok" : "damaged";
    }
}
