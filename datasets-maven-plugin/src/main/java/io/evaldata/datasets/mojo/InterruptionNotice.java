package io.evaldata.datasets.mojo;

import io.evaldata.datasets.prepare.Sizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Says a last word when the whole process is ended, by Ctrl-C or a signal, while something runs: one word for all that runs,
 * as with {@code -T} several modules prepare at the same time.
 *
 * <p>Maven hears of Ctrl-C nowhere, so this is a shutdown hook, and one that lives no longer than the runs. It waits for
 * nothing: everything on disk is whole at any moment.
 */
final class InterruptionNotice {
    private static final Set<InterruptionNotice> WATCHING = new LinkedHashSet<>();
    private static final Thread HOOK =
            new Thread(() -> BuildConsole.print(text(everythingKept())), "datasets-interrupted");

    private final Supplier<Kept> kept;

    private InterruptionNotice(Supplier<Kept> kept) {
        this.kept = kept;
    }

    /**
     * What a run leaves behind at any moment.
     *
     * @param moved bytes fetched by this run
     * @param cache where they are
     * @param root where complete datasets are
     */
    record Kept(long moved, Path cache, Path root) {}

    /** Watches until closed. */
    static InterruptionNotice of(Supplier<Kept> kept) {
        InterruptionNotice notice = new InterruptionNotice(kept);
        synchronized (WATCHING) {
            if (WATCHING.isEmpty()) {
                try {
                    Runtime.getRuntime().addShutdownHook(HOOK);
                } catch (IllegalStateException e) {
                    return notice; // The process is ending already: a run that begins now has nothing to say.
                }
            }
            WATCHING.add(notice);
        }
        return notice;
    }

    /** Ends the watch. */
    void close() {
        synchronized (WATCHING) {
            WATCHING.remove(this);
            if (WATCHING.isEmpty()) {
                try {
                    Runtime.getRuntime().removeShutdownHook(HOOK);
                } catch (IllegalStateException e) {
                    // The process is ending: the hook runs, as it should.
                }
            }
        }
    }

    private static List<Kept> everythingKept() {
        synchronized (WATCHING) {
            List<Kept> all = new ArrayList<>();
            WATCHING.forEach(notice -> all.add(notice.kept.get()));
            return all;
        }
    }

    /** What somebody who pressed Ctrl-C wants to know; nothing when nothing runs any more. */
    static String text(List<Kept> all) {
        if (all.isEmpty()) {
            return "";
        }
        long moved = all.stream().mapToLong(Kept::moved).sum();
        String fetched = moved == 0
                ? "what was fetched before stays in\n"
                : "the " + Sizes.text(moved) + " fetched just now and what was there before stay in\n";
        return "\ninterrupted; nothing is lost: " + fetched
                + folders(all.stream().map(Kept::cache).toList()) + "and datasets that are complete stay in\n"
                + folders(all.stream().map(Kept::root).toList())
                + "Run the same command again to go on; only the rest is fetched.\n";
    }

    private static String folders(List<Path> folders) {
        StringBuilder lines = new StringBuilder();
        folders.stream()
                .distinct()
                .forEach(folder -> lines.append("  ").append(folder).append('\n'));
        return lines.toString();
    }
}
