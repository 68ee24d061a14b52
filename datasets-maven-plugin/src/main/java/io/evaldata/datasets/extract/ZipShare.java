package io.evaldata.datasets.extract;

import io.evaldata.datasets.io.ByteSource;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * How much of a zip a routing wants, told from its directory alone; what decides whether a remote one is fetched whole.
 *
 * @param wanted bytes of the members that are not skipped, and of the directory
 * @param total bytes of the whole zip
 * @param directory SHA-256 of the central directory and all behind it, in lower-case hex: names, sizes and CRC-32s of
 *     every member, and so what the members must be
 */
public record ZipShare(long wanted, long total, String directory) {

    /**
     * Reads the directory.
     *
     * @throws io.evaldata.datasets.DatasetsException when the source is no zip
     */
    public static ZipShare of(ByteSource source, Routing routing) throws IOException {
        ZipDirectory directory = ZipDirectory.find(source, source.name());
        long total = source.size();
        long[] wanted = {total - directory.start()};
        directory.forEach(entry -> {
            if (isWanted(entry, routing)) {
                wanted[0] += entry.leastEnd() - entry.headerOffset();
            }
        });
        return new ZipShare(wanted[0], total, digest(source, directory.start(), total));
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

    private static String digest(ByteSource source, long from, long to) throws IOException {
        MessageDigest digest = Algorithm.SHA256.newDigest();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long position = from;
        while (position < to) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), to - position));
            int count = source.read(position, buffer);
            if (count < 0) {
                throw BadArchive.cutShort(source.name(), position, "expected " + to);
            }
            digest.update(buffer.flip());
            position += count;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether fetching just the members saves at least half. */
    public boolean savesHalf() {
        return wanted <= total / 2;
    }
}
