package io.evaldata.datasets.extract;

import io.evaldata.datasets.extract.MemberNames.UnsafeName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Puts the content of members where their routes say; used by all threads of an extraction. */
final class MemberWriter {
    private final TargetFolder target;
    private final WrittenFiles written;
    private final Meter meter;
    private final ExtractionListener listener;

    MemberWriter(TargetFolder target, WrittenFiles written, Meter meter, ExtractionListener listener) {
        this.target = target;
        this.written = written;
        this.meter = meter;
        this.listener = listener;
    }

    /** The CRC-32 of the bytes between position and limit, which stay as they are. */
    static int crc32(ByteBuffer content) {
        CRC32 crc = new CRC32();
        crc.update(content.duplicate());
        return (int) crc.getValue();
    }

    /** The paths of the route as relative paths that stay inside. */
    static List<String> checkedPaths(String archive, Member member, List<String> paths) {
        List<String> checked = new ArrayList<>(paths.size());
        for (String path : paths) {
            checked.add(checkedPath(archive, member, path));
        }
        return checked;
    }

    /** Takes the paths for content of known size and checksum; returns those that have to be written. */
    List<String> claim(String archive, List<String> paths, long size, int crc32) {
        List<String> free = new ArrayList<>(paths.size());
        for (String path : paths) {
            if (written.claim(archive, new WrittenFile(path, size, crc32))) {
                free.add(path);
            }
        }
        return free;
    }

    /** Writes complete content to paths that were claimed for it. */
    void write(String archive, List<String> claimed, ByteBuffer content, int crc32) throws IOException {
        for (String path : claimed) {
            WrittenFile file = new WrittenFile(path, content.remaining(), crc32);
            meter.willWrite(archive, file.size());
            try (FileChannel channel = target.create(archive, path)) {
                writeFully(channel, content.duplicate());
            }
            listener.wrote(file);
        }
    }

    /**
     * Writes content piece by piece to paths that were claimed or reserved for it.
     *
     * @param scratch holds a piece at a time
     * @return the CRC-32 of the content
     */
    int write(String archive, List<String> paths, Content content, ByteBuffer scratch)
            throws IOException, InterruptedException {
        CRC32 crc = new CRC32();
        List<FileChannel> channels = new ArrayList<>(paths.size());
        try {
            for (String path : paths) {
                channels.add(target.create(archive, path));
            }
            for (ByteBuffer piece = content.fill(scratch); piece.hasRemaining(); piece = content.fill(scratch)) {
                crc.update(piece.duplicate());
                meter.willWrite(archive, (long) piece.remaining() * paths.size());
                for (FileChannel channel : channels) {
                    writeFully(channel, piece.duplicate());
                }
            }
        } finally {
            for (FileChannel channel : channels) {
                channel.close();
            }
        }
        return (int) crc.getValue();
    }

    /** Writes and converts complete content whose paths were claimed before. */
    void writeClaimed(String archive, FileRoute route, ByteBuffer content, int crc32) throws IOException {
        write(archive, route.paths(), content, crc32);
        if (route.conversion() != null) {
            convert(archive, route, bytes(content));
        }
    }

    /** Claims the paths for complete content, then writes and converts it. */
    void writeUnclaimed(String archive, FileRoute route, ByteBuffer content, int crc32) throws IOException {
        List<String> claimed = claim(archive, route.paths(), content.remaining(), crc32);
        writeClaimed(archive, route.withPaths(claimed), content, crc32);
    }

    /** Writes what the conversion makes of the content. */
    void convert(String archive, FileRoute route, byte[] content) throws IOException {
        Member member = route.member();
        for (NewFile file : route.conversion().convert(member, content)) {
            ByteBuffer bytes = file.content().duplicate();
            int crc = crc32(bytes);
            String path = checkedPath(archive, member, file.path());
            write(archive, claim(archive, List.of(path), bytes.remaining(), crc), bytes, crc);
        }
    }

    /** Makes the directories of a directory member. */
    void makeDirectories(String archive, List<String> paths) throws IOException {
        for (String path : paths) {
            target.makeDirectory(archive, path);
        }
    }

    /** Writes content of unknown checksum piece by piece; paths taken before are compared instead of written. */
    void writeUnknown(String archive, List<String> paths, long size, Content content, ByteBuffer scratch)
            throws IOException, InterruptedException {
        List<String> free = new ArrayList<>(paths.size());
        List<WrittenFile> taken = new ArrayList<>(0);
        for (String path : paths) {
            WrittenFile before = written.reserve(path);
            if (before == null) {
                free.add(path);
            } else {
                taken.add(before);
            }
        }
        int crc = write(archive, free, content, scratch);
        for (String path : free) {
            WrittenFile file = new WrittenFile(path, size, crc);
            written.settle(file);
            listener.wrote(file);
        }
        for (WrittenFile before : taken) {
            written.claim(archive, new WrittenFile(before.path(), size, crc));
        }
    }

    /** Writes another copy of a file that was written before, for a hard link; nothing must be writing it now. */
    void copy(String archive, Member link, String from, List<String> paths) throws IOException, InterruptedException {
        WrittenFile original = written.at(from);
        if (original == null) {
            throw BadArchive.unsupported(
                    archive,
                    link.name(),
                    "it is a hard link to '" + link.link() + "', which was not unpacked before it");
        }
        List<String> claimed = claim(archive, paths, original.size(), original.crc32());
        try (FileChannel channel = FileChannel.open(target.resolve(from))) {
            int crc = write(archive, claimed, channel::read, ByteBuffer.allocate(1 << 16));
            if (crc != original.crc32() || Files.size(target.resolve(from)) != original.size()) {
                throw new IOException(target.resolve(from) + " was changed while it was being copied");
            }
        }
        for (String path : claimed) {
            listener.wrote(new WrittenFile(path, original.size(), original.crc32()));
        }
    }

    /** Tells the listener of files written piece by piece. */
    void announce(List<String> paths, long size, int crc32) {
        for (String path : paths) {
            listener.wrote(new WrittenFile(path, size, crc32));
        }
    }

    private static String checkedPath(String archive, Member member, String path) {
        if (member.isFile() && !path.isEmpty() && path.equals(member.name())) {
            return path; // as most are routed, and as it was checked when its header was read
        }
        try {
            String checked = MemberNames.normalise(path);
            if (checked.isEmpty() && member.isFile()) {
                throw new UnsafeName("would replace the target folder itself");
            }
            return checked;
        } catch (UnsafeName e) {
            throw BadArchive.hostile(archive, member.name(), "is routed to '" + path + "', which " + e.getMessage());
        }
    }

    private static byte[] bytes(ByteBuffer content) {
        if (content.hasArray() && content.arrayOffset() == 0 && content.array().length == content.remaining()) {
            return content.array();
        }
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }

    private static void writeFully(FileChannel channel, ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
        }
    }
}
