package io.evaldata.datasets.report;

import io.evaldata.datasets.prepare.Amount;
import io.evaldata.datasets.prepare.Durations;
import io.evaldata.datasets.prepare.Errand;
import io.evaldata.datasets.prepare.LineRate;
import io.evaldata.datasets.prepare.Plan;
import io.evaldata.datasets.prepare.Plan.FileState;
import io.evaldata.datasets.prepare.Plan.Item;
import io.evaldata.datasets.prepare.Plan.WayCost;
import io.evaldata.datasets.prepare.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan as lines of text that fit 80 columns. */
public final class PlanText {
    private final Plan plan;
    private final LineRate rate;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Plan plan, LineRate rate) {
        this.plan = plan;
        this.rate = rate;
    }

    /**
     * The plan: a row per dataset, the files and ways of those that are missing, what to do first, and the sums.
     *
     * @param rate how fast the line is taken to be
     */
    public static List<String> lines(Plan plan, LineRate rate) {
        return new PlanText(plan, rate).made();
    }

    private List<String> made() {
        if (plan.sample()) {
            lines.addAll(Paragraph.of(
                    "", "samples (datasets.sample): generated stand-ins; nothing is downloaded, all sizes are theirs"));
            lines.add("");
        }
        table();
        plan.items().stream().filter(Item::isMissing).forEach(this::details);
        errands();
        sums();
        return lines;
    }

    private void table() {
        TextTable table = new TextTable(1, 2, 3)
                .row("dataset", plan.sample() ? "size" : "to fetch", "on disk", plan.sample() ? "" : "time", "needs");
        for (Item item : plan.items()) {
            if (!item.isMissing()) {
                table.row(item.dataset().id(), "there", "", "", "");
                continue;
            }
            Amount fetch = item.toFetch();
            String kinds = item.errands().stream()
                    .map(errand -> errand.kind().word())
                    .distinct()
                    .collect(Collectors.joining(", "));
            table.row(
                    item.dataset().id(),
                    fetch.cell(),
                    item.onDisk().cell(),
                    fetch.bytes() == 0 || plan.sample() ? "" : Durations.text(rate.timeFor(fetch.bytes())),
                    item.dataset()
                            .derivedFrom()
                            .map(base -> "made from " + base)
                            .orElse(kinds));
        }
        lines.addAll(table.lines());
    }

    private void details(Item item) {
        lines.add("");
        String reason = item.reason()
                .filter(why -> !why.isNew())
                .map(why -> why.words() + "; ")
                .orElse("");
        lines.addAll(Paragraph.of(item.dataset().id() + ": ", reason + "goes to " + item.root()));
        TextTable files = new TextTable(1);
        for (FileState file : item.files()) {
            files.row("  " + file.source().file(), Amount.of(file.source()).cell(), remark(file));
        }
        lines.addAll(files.lines());
        if (!item.ways().isEmpty()) {
            ways(item.ways());
        }
    }

    /** What each way costs: in parts or whole, and by other sources. */
    private void ways(List<WayCost> ways) {
        WayCost first = ways.get(0);
        first.inParts()
                .ifPresent(parts -> lines.addAll(Paragraph.of(
                        "  ",
                        "in parts " + parts.words() + ", or whole files of "
                                + first.whole().words() + " if the server cannot send parts")));
        if (ways.size() > 1) {
            lines.addAll(Paragraph.of("  ", "way: " + first.name() + "; other ways:"));
            for (WayCost other : ways.subList(1, ways.size())) {
                lines.addAll(Paragraph.of(
                        "    ",
                        other.name() + ": " + other.first().words()
                                + (other.trouble().isEmpty() ? "" : "; " + other.trouble())));
            }
        }
    }

    private static String remark(FileState file) {
        if (file.there().isPresent()) {
            return "there";
        }
        if (file.shared()) {
            return "shared, fetched once";
        }
        if (file.resumable() > 0) {
            return Sizes.text(file.resumable()) + " there, to be resumed";
        }
        if (file.source().isDead()) {
            return file.source().state();
        }
        if (file.source().urls().isEmpty()) {
            return "by hand";
        }
        return switch (file.source().access()) {
            case HUGGINGFACE -> "needs a Hugging Face token";
            case CITYSCAPES -> "needs a Cityscapes login";
            case MANUAL -> "by hand";
            case OPEN -> "";
        };
    }

    private void errands() {
        List<Errand> all =
                plan.items().stream().flatMap(item -> item.errands().stream()).toList();
        if (all.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("before you start");
        all.stream()
                .filter(errand -> errand.kind() == Errand.Kind.ONLINE)
                .findFirst()
                .ifPresent(offline -> lines.addAll(Paragraph.of("  ", offline.text())));
        for (Errand errand : all) {
            if (errand.kind() != Errand.Kind.ONLINE) {
                lines.addAll(Paragraph.of("  " + errand.dataset().id() + ": ", errand.text()));
            }
        }
    }

    private void sums() {
        lines.add("");
        lines.add(plan.missing() + " of " + plan.items().size() + (plan.sample() ? " samples" : " datasets")
                + " to prepare");
        if (plan.missing() == 0) {
            return;
        }
        Amount fetch = plan.toFetch();
        TextTable sums = new TextTable();
        if (!plan.sample()) {
            sums.row("  to fetch", fetch.words());
        }
        if (fetch.bytes() > 0 && !plan.sample()) {
            sums.row("", Durations.text(rate.timeFor(fetch.bytes())) + " at " + rate.text());
        }
        sums.row("  on disk", plan.onDisk().words() + " when done");
        lines.addAll(sums.lines());
        lines.addAll(Paragraph.of(
                " ".repeat("  to fetch  ".length() - (plan.sample() ? 1 : 0)),
                plan.peak().words() + " at the peak, with the downloads beside"));
    }
}
