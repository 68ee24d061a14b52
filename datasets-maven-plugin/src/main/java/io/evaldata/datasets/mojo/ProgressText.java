package io.evaldata.datasets.mojo;

import io.evaldata.datasets.mojo.Standing.Work;
import io.evaldata.datasets.prepare.Durations;
import io.evaldata.datasets.prepare.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes lines of how a run stands: nothing but text out of values. */
final class ProgressText {
    private static final int NAME = 15;

    private ProgressText() {}

    /** A line per running dataset, and the total where there is more than one to do. */
    static List<String> lines(Standing standing, int width) {
        List<String> lines = new ArrayList<>();
        for (Work work : standing.works()) {
            lines.add(cut(named(work.name(), line(work)), width));
        }
        if (standing.datasets() > 1 && !lines.isEmpty()) {
            lines.add(cut(named("total", total(standing)), width));
        }
        return lines;
    }

    private static String named(String name, String text) {
        return String.format(Locale.ROOT, "%-" + NAME + "s  %s", name, text);
    }

    private static String cut(String line, int width) {
        return line.length() <= width ? line : line.substring(0, width);
    }

    private static String line(Work work) {
        if (!work.bytes().isUnderWay() && work.files().done() > 0) {
            return work.phase() + ": " + files(work.files());
        }
        if (work.bytes().done() > 0) {
            String files = work.files().done() > 0 ? ", " + number(work.files().done()) + " files" : "";
            return bytes(work.bytes()) + files;
        }
        return work.phase();
    }

    private static String total(Standing standing) {
        String datasets = standing.finished() + " of " + standing.datasets() + " datasets";
        return standing.bytes().done() == 0 ? datasets : datasets + ", " + bytes(standing.bytes());
    }

    private static String bytes(Progress bytes) {
        StringBuilder text = new StringBuilder(Sizes.text(bytes.done()));
        if (bytes.isUnderWay()) {
            text.append(" of ").append(Sizes.text(bytes.all()));
        }
        bytes.perSecond()
                .ifPresent(rate ->
                        text.append(", ").append(Sizes.text((long) rate)).append("/s"));
        return text.append(left(bytes)).toString();
    }

    private static String files(Progress files) {
        StringBuilder text = new StringBuilder(number(files.done()));
        if (files.isUnderWay()) {
            text.append(" of ").append(number(files.all()));
        }
        text.append(" files");
        files.perSecond()
                .ifPresent(rate -> text.append(", ").append(number((long) rate)).append("/s"));
        return text.append(left(files)).toString();
    }

    private static String left(Progress progress) {
        return progress.isUnderWay()
                ? progress.left()
                        .map(span -> ", " + Durations.text(span) + " left")
                        .orElse("")
                : "";
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
