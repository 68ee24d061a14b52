package io.evaldata.datasets.extract;

import io.evaldata.datasets.catalog.ArchiveFormat;
import io.evaldata.datasets.extract.Member.Kind;
import io.evaldata.datasets.extract.MemberNames.UnsafeName;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;

/** One extraction under way: what its archive and the archives inside have in common. */
final class Unpacking {
    private final MemberWriter writer;
    private final Meter meter;
    private final int threads;
    private final Semaphore largeContent = new Semaphore(LargeContent.ALLOWED_MIB);

    Unpacking(MemberWriter writer, Meter meter, int threads) {
        this.writer = writer;
        this.meter = meter;
        this.threads = threads;
    }

    MemberWriter writer() {
        return writer;
    }

    Meter meter() {
        return meter;
    }

    int threads() {
        return threads;
    }

    /** Unpacks an archive that can be read anywhere. */
    void unpack(ByteSource source, String archive, ArchiveFormat format, Routing routing)
            throws IOException, InterruptedException {
        if (format == ArchiveFormat.ZIP) {
            new ZipUnpacking(this, source, archive, routing).unpack();
        } else {
            unpack(SourceContent.all(source), archive, format, routing);
        }
    }

    /** Unpacks an archive that can be read only once from front to back. */
    void unpack(Content content, String archive, ArchiveFormat format, Routing routing)
            throws IOException, InterruptedException {
        TarUnpacking tar = new TarUnpacking(this, archive, routing);
        int besideInflating = Math.max(1, threads - 1);
        switch (format) {
            case ZIP -> unpack(inMemory(content, archive), archive, format, routing);
            case TAR -> tar.unpack(content, threads);
            case TAR_GZ -> tar.unpack(new GzipContent(content, archive, meter), besideInflating);
            case TAR_BZ2 ->
                tar.unpack(new MeteredContent(DecodedContent.bzip2(content, archive), archive, meter), besideInflating);
            case FILE -> throw new IllegalArgumentException(archive + " is not declared as an archive");
        }
    }

    /** The member a header tells of, or null when it is always left out. */
    Member admit(String archive, String rawName, long size, Kind kind, String link) {
        meter.sawMember(archive);
        try {
            String name = MemberNames.normalise(rawName);
            if (name.isEmpty() && kind != Kind.DIRECTORY) {
                throw new UnsafeName("has no name");
            }
            return name.isEmpty() || MemberNames.isLeftByMacOs(name) ? null : new Member(name, size, kind, link);
        } catch (UnsafeName e) {
            throw BadArchive.hostile(archive, rawName, e.getMessage());
        }
    }

    /** The member that a hard link names. */
    Member linked(String archive, Member link) {
        try {
            return new Member(MemberNames.normalise(link.link()), -1, Kind.FILE, "");
        } catch (UnsafeName e) {
            throw BadArchive.hostile(
                    archive, link.name(), "is a link to '" + link.link() + "', which " + e.getMessage());
        }
    }

    /** Makes directories; refuses what else is not a file. */
    void unpackNonFile(String archive, Member member, Route route) throws IOException {
        if (member.kind() == Kind.SYMBOLIC_LINK) {
            throw BadArchive.unsupported(
                    archive,
                    member.name(),
                    "it is a symbolic link (to '" + member.link() + "'), and links are never made");
        } else if (member.kind() != Kind.DIRECTORY) {
            throw BadArchive.unsupported(archive, member.name(), "it is neither a file nor a directory");
        } else if (route instanceof Route.Write write) {
            writer.makeDirectories(archive, MemberWriter.checkedPaths(archive, member, write.paths()));
        }
    }

    /** Reads a large member to be converted, waiting while others take up the memory. */
    LargeContent readLarge(FileRoute route, Content content) throws IOException, InterruptedException {
        return LargeContent.read(largeContent, content, (int) route.member().size());
    }

    private static ByteSource inMemory(Content content, String archive) throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        while (content.read(bytes) >= 0) {
            if (!bytes.hasRemaining()) {
                if (bytes.capacity() >= Conversion.MAX_BYTES) {
                    throw BadArchive.unsupported(
                            archive,
                            archive.substring(archive.lastIndexOf('!') + 1),
                            "it is a compressed zip inside another archive and larger than " + Conversion.MAX_BYTES
                                    + " bytes");
                }
                bytes = ByteBuffer.allocate(2 * bytes.capacity()).put(bytes.flip());
            }
        }
        return new BytesInMemory(bytes.flip(), archive);
    }
}
