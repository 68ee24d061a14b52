package io.evaldata.datasets.mojo;

import java.util.function.Supplier;

/**
 * Says a last word when the whole process is ended, by Ctrl-C or a signal, while something runs.
 *
 * <p>Maven hears of Ctrl-C nowhere, so this is a shutdown hook, and one that lives no longer than the run. It waits for
 * nothing: everything on disk is whole at any moment.
 */
final class InterruptionNotice {
    private final Thread hook;

    private InterruptionNotice(Thread hook) {
        this.hook = hook;
    }

    /** Watches until closed. */
    static InterruptionNotice of(Supplier<String> lastWord) {
        Thread hook = new Thread(() -> BuildConsole.print(lastWord.get()), "datasets-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new InterruptionNotice(hook);
    }

    /** Ends the watch. */
    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook runs, as it should.
        }
    }
}
