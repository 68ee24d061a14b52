package io.evaldata.datasets.extract;

import java.util.Comparator;

/** A member of a zip that will be unpacked, and where its bytes lie. */
final class ZipSelection {
    static final Comparator<ZipSelection> BY_OFFSET = Comparator.comparingLong(ZipSelection::start);

    private final ZipEntry entry;
    private final FileRoute route;
    private final Route.Descend inner;
    private long end;

    /** A file, or with {@code inner} an archive. */
    ZipSelection(ZipEntry entry, FileRoute route, Route.Descend inner) {
        this.entry = entry;
        this.route = route;
        this.inner = inner;
    }

    ZipEntry entry() {
        return entry;
    }

    FileRoute route() {
        return route;
    }

    Route.Descend inner() {
        return inner;
    }

    Member member() {
        return route.member();
    }

    /** Where its local header starts. */
    long start() {
        return entry.headerOffset();
    }

    /** Where the next member or the directory starts: its bytes end there at the latest. */
    long end() {
        return end;
    }

    void endAt(long position) {
        end = position;
    }
}
