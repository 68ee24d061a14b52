package io.evaldata.datasets.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evaldata.datasets.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was found in one dataset's tree.
 *
 * @param findings of each kind the first few
 * @param totals how many there are of each kind
 * @param damaged the files that would have to be made again
 */
public record Verdict(List<Finding> findings, SortedMap<Kind, Long> totals, SortedSet<String> damaged) {
    public Verdict {
        findings = findings.stream().sorted().toList();
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
        damaged = Collections.unmodifiableSortedSet(new TreeSet<>(damaged));
    }

    /** Nothing was found. */
    public static Verdict good() {
        return new Verdict(List.of(), new TreeMap<>(), new TreeSet<>());
    }

    /** Whether everything is as it should be. */
    public boolean ok() {
        return totals.isEmpty();
    }

    /** How many findings there are, shown or not. */
    public long total() {
        return totals.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Both verdicts in one. */
    public Verdict and(Verdict other) {
        List<Finding> both = new ArrayList<>(findings);
        both.addAll(other.findings);
        SortedMap<Kind, Long> sums = new TreeMap<>(totals);
        other.totals.forEach((kind, count) -> sums.merge(kind, count, Long::sum));
        SortedSet<String> paths = new TreeSet<>(damaged);
        paths.addAll(other.damaged);
        return new Verdict(both, sums, paths);
    }

    /** A line per finding that is shown, and one per kind for those that are not. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        totals.forEach((kind, total) -> {
            List<Finding> shown =
                    findings.stream().filter(finding -> finding.kind() == kind).toList();
            shown.forEach(finding -> lines.add(finding.toString()));
            if (total > shown.size()) {
                lines.add(kind.key() + ": ... and " + (total - shown.size()) + " more");
            }
        });
        return lines;
    }

    /** The same for machines: {@code ok}, {@code totals}, {@code findings}, {@code damaged} (their number). */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ok", ok());
        ObjectNode counts = json.putObject("totals");
        totals.forEach((kind, total) -> counts.put(kind.key(), total));
        ArrayNode list = json.putArray("findings");
        for (Finding finding : findings) {
            list.addObject()
                    .put("kind", finding.kind().key())
                    .put("path", finding.path())
                    .put("expected", finding.expected())
                    .put("found", finding.found());
        }
        json.put("damaged", damaged.size());
        return json;
    }
}
