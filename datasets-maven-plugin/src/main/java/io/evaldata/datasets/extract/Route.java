package io.evaldata.datasets.extract;

import io.evaldata.datasets.catalog.ArchiveFormat;
import java.util.List;

/** What becomes of one member. */
public sealed interface Route {

    /** Leaves the member out. */
    static Route skip() {
        return Skip.INSTANCE;
    }

    /** Writes the member to each of these paths, which are relative to the target folder, with {@code /} between segments. */
    static Route write(String... paths) {
        return new Write(List.of(paths));
    }

    /** Writes nothing of the member itself, only what is made of it. */
    static Route convert(Conversion conversion) {
        return new Convert(List.of(), conversion);
    }

    /** Unpacks the member, which is itself an archive. */
    static Route descend(ArchiveFormat format, Routing routing) {
        return new Descend(format, routing);
    }

    /** Leaves the member out. */
    record Skip() implements Route {
        private static final Skip INSTANCE = new Skip();
    }

    /**
     * Writes the member below the target folder; for a directory member: makes the directory.
     *
     * @param paths relative to the target folder
     */
    record Write(List<String> paths) implements Route {
        public Write {
            paths = List.copyOf(paths);
        }
    }

    /**
     * Hands the complete content to a conversion and writes what it returns.
     *
     * @param paths where the unchanged member is written in addition; may be empty
     * @param conversion called on a worker thread
     */
    record Convert(List<String> paths, Conversion conversion) implements Route {
        public Convert {
            paths = List.copyOf(paths);
        }
    }

    /**
     * Unpacks the member as an archive, streamed, without writing it to disk. A zip inside another archive works when it
     * is stored there without compression in a zip, or is at most {@link Conversion#MAX_BYTES} long.
     *
     * @param format what the member is
     * @param routing decides about the inner members
     */
    record Descend(ArchiveFormat format, Routing routing) implements Route {}
}
