package io.evaldata.datasets.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells one start of the operating system from the next, where the system has a name for it: Linux. */
public final class Boot {
    // proc(5): "a random UUID ... generated at boot time"; the same for all containers on one kernel.
    private static final Path ID = Path.of("/proc/sys/kernel/random/boot_id");

    private Boot() {}

    /** The name of this start; nothing where starts have none. */
    public static Optional<String> id() {
        try {
            return Optional.of(Files.readString(ID).strip()).filter(id -> !id.isEmpty());
        } catch (IOException e) {
            // Another system: nothing can be told apart.
            return Optional.empty();
        }
    }
}
