package io.evaldata.datasets.extract;

import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;

/**
 * How much of a zip a routing wants, told from its directory alone; what decides whether a remote one is fetched whole.
 *
 * @param wanted bytes of the members that are not skipped, and of the directory; where it is more than half of all, at least
 *     so many
 * @param total bytes of the whole zip
 */
public record ZipShare(long wanted, long total) {

    /**
     * Reads the directory, no further than until more than half is wanted.
     *
     * @throws io.evaldata.datasets.DatasetsException when the source is no zip
     */
    public static ZipShare of(ByteSource source, Routing routing) throws IOException {
        ZipDirectory directory = ZipDirectory.find(source, source.name());
        long total = source.size();
        long[] wanted = {total - directory.start()};
        directory.forEachWhile(entry -> {
            if (isWanted(entry, routing)) {
                wanted[0] += entry.leastEnd() - entry.headerOffset();
            }
            return savesHalf(wanted[0], total);
        });
        return new ZipShare(wanted[0], total);
    }

    private static boolean isWanted(ZipEntry entry, Routing routing) {
        try {
            String name = MemberNames.normalise(entry.rawName());
            boolean left = name.isEmpty() || MemberNames.isLeftByMacOs(name);
            return !left && !(routing.route(new Member(name, entry.size(), entry.kind(), "")) instanceof Route.Skip);
        } catch (MemberNames.UnsafeName e) {
            return true; // unpacking will refuse it
        }
    }

    /** Whether fetching just the members saves at least half. */
    public boolean savesHalf() {
        return savesHalf(wanted, total);
    }

    private static boolean savesHalf(long wanted, long total) {
        return wanted <= total / 2;
    }
}
