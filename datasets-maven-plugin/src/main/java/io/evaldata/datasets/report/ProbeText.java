package io.evaldata.datasets.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evaldata.datasets.download.HostsUnreachable;
import io.evaldata.datasets.download.ProbeResult;
import io.evaldata.datasets.io.PublicAddress;
import io.evaldata.datasets.prepare.Probing;
import io.evaldata.datasets.prepare.Probing.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What every address said, as text and as JSON. */
public final class ProbeText {
    private ProbeText() {}

    /** A block per file, a line per address, and how many addresses are in which state. */
    public static List<String> lines(List<Result> results) {
        List<String> lines = new ArrayList<>();
        for (Result result : results) {
            lines.add(result.dataset().id() + ": " + result.file()
                    + (result.addresses().isEmpty() ? ": to be fetched by hand" : ""));
            for (ProbeResult found : result.addresses()) {
                lines.add("  " + state(found) + "  " + PublicAddress.of(found.published()));
                if (found.state() != ProbeResult.State.ALIVE) {
                    lines.add("         " + found.detail());
                }
            }
        }
        Map<ProbeResult.State, Long> sums = results.stream()
                .flatMap(result -> result.addresses().stream())
                .collect(Collectors.groupingBy(
                        ProbeResult::state, () -> new EnumMap<>(ProbeResult.State.class), Collectors.counting()));
        lines.add(sums.entrySet().stream()
                .map(sum -> sum.getKey().name().toLowerCase(Locale.ROOT) + " " + sum.getValue())
                .collect(Collectors.joining(", ", "addresses: ", sums.isEmpty() ? "none" : "")));
        if (Probing.nobodyAnswered(results)) {
            lines.add(HostsUnreachable.QUESTION);
        }
        return lines;
    }

    /** The same for machines. */
    public static ObjectNode json(List<Result> results) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Result result : results) {
            ObjectNode file = json.withArray("files").addObject();
            file.put("dataset", result.dataset().id());
            file.put("file", result.file());
            file.put("available", result.isAvailable());
            for (ProbeResult found : result.addresses()) {
                ObjectNode address = file.withArray("addresses").addObject();
                address.put("url", PublicAddress.of(found.published()));
                address.put("state", found.state().name().toLowerCase(Locale.ROOT));
                address.put("detail", found.detail());
                found.movedTo().ifPresent(to -> address.put("movedTo", PublicAddress.of(to)));
                found.bytes().ifPresent(bytes -> address.put("bytes", bytes));
                found.validator().ifPresent(validator -> address.put("validator", validator));
                address.put("parts", found.parts());
            }
        }
        json.put("answered", !Probing.nobodyAnswered(results));
        return json;
    }

    private static String state(ProbeResult found) {
        return String.format(Locale.ROOT, "%-7s", found.state().name().toLowerCase(Locale.ROOT));
    }
}
