package io.evaldata.datasets.report;

import io.evaldata.datasets.prepare.Plan;
import io.evaldata.datasets.prepare.Plan.FileState;
import io.evaldata.datasets.prepare.Plan.Item;
import io.evaldata.datasets.prepare.Sizes;
import java.util.ArrayList;
import java.util.List;

/** A plan as lines of text that fit 80 columns. */
public final class PlanText {
    private PlanText() {}

    /** The plan: a block per dataset that is missing, then what is there, then the sums. */
    public static List<String> lines(Plan plan) {
        List<String> lines = new ArrayList<>();
        for (Item item : plan.items()) {
            if (item.reason().isEmpty()) {
                lines.add(item.dataset().id() + ": up to date in " + item.root());
                continue;
            }
            lines.add(item.dataset().id() + ": " + item.reason().get() + "; goes to " + item.root());
            TextTable files = new TextTable();
            for (FileState file : item.files()) {
                files.row("  " + file.source().file(), size(file), remark(file));
            }
            lines.addAll(files.lines());
        }
        lines.add(plan.missing() + " of " + plan.items().size() + " datasets to prepare, " + Sizes.text(plan.toFetch())
                + " to fetch");
        return lines;
    }

    private static String size(FileState file) {
        if (file.source().plannedBytes().isEmpty()) {
            return "size unknown";
        }
        String about = file.source().bytes().isPresent() ? "" : "about ";
        return about + Sizes.text(file.source().plannedBytes().getAsLong());
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
        return switch (file.source().access()) {
            case HUGGINGFACE -> "needs a Hugging Face token";
            case CITYSCAPES -> "needs a Cityscapes login";
            case MANUAL -> "to be fetched by hand: " + file.source().page();
            case OPEN -> "to be fetched";
        };
    }
}
