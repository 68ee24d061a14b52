package io.evaldata.datasets.extract;

import io.evaldata.datasets.io.ByteRange;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Unpacks a zip with several threads at once, each of which takes the next selected member in the file's order.
 *
 * <p>All is decided from the directory first: routes, conflicts, limits, overlaps. Then the source is told which ranges
 * will be read. Inner archives come last.
 */
final class ZipUnpacking {
    /** Between two ranges it costs less to fetch so many bytes than to ask again. */
    private static final long WORTH_FETCHING = 1 << 18;

    private final Unpacking unpacking;
    private final ByteSource source;
    private final String archive;
    private final Routing routing;
    private final List<ByteRange> extents = new ArrayList<>();
    private final List<ZipSelection> files = new ArrayList<>();
    private final List<ZipSelection> inners = new ArrayList<>();
    private long directoryStart;
    private long bytesToWrite;
    private long compressed;
    private long unfolded;

    ZipUnpacking(Unpacking unpacking, ByteSource source, String archive, Routing routing) {
        this.unpacking = unpacking;
        this.source = source;
        this.archive = archive;
        this.routing = routing;
    }

    void unpack() throws IOException, InterruptedException {
        ZipDirectory directory = ZipDirectory.find(source, archive);
        directoryStart = directory.start();
        directory.forEach(this::select);
        unpacking.meter().checkTotal(archive, bytesToWrite);
        unpacking.meter().checkRatio(archive, compressed, unfolded);
        setEnds();
        source.expect(ranges());
        unpackFiles();
        for (ZipSelection inner : inners) {
            unpackInner(inner);
        }
    }

    private void select(ZipEntry entry) throws IOException {
        extents.add(new ByteRange(entry.headerOffset(), entry.leastEnd() - entry.headerOffset()));
        Member member = unpacking.admit(archive, entry.rawName(), entry.size(), entry.kind(), "");
        Route route = member == null ? Route.skip() : routing.route(member);
        if (route instanceof Route.Skip) {
            return;
        }
        if (!member.isFile()) {
            unpacking.unpackNonFile(archive, member, route);
            return;
        }
        checkReadable(entry, member);
        compressed += entry.compressedSize();
        unfolded += entry.size();
        if (route instanceof Route.Descend inner) {
            inners.add(new ZipSelection(entry, new FileRoute(member, List.of(), null), inner));
            return;
        }
        FileRoute file = FileRoute.of(archive, member, route);
        List<String> claimed = unpacking.writer().claim(archive, file.paths(), entry.size(), entry.crc32());
        bytesToWrite += entry.size() * claimed.size();
        if (!claimed.isEmpty() || file.conversion() != null) {
            files.add(new ZipSelection(entry, file.withPaths(claimed), null));
        }
    }

    private void checkReadable(ZipEntry entry, Member member) {
        if (entry.encrypted()) {
            throw BadArchive.unsupported(archive, member.name(), "it is encrypted");
        }
        if (!ZipMemberReader.METHODS.contains(entry.method())) {
            throw BadArchive.unsupported(
                    archive, member.name(), "compression method " + entry.method() + " is not known here");
        }
        if (entry.method() == ZipEntry.STORED && entry.compressedSize() != entry.size()) {
            throw BadArchive.damaged(archive, "member '" + member.name() + "' is stored with two different sizes");
        }
    }

    /** Tells each selected member where the next begins, and refuses members that share bytes, as bombs do. */
    private void setEnds() {
        extents.sort(Comparator.comparingLong(ByteRange::offset));
        long end = 0;
        for (ByteRange extent : extents) {
            if (extent.offset() < end) {
                throw BadArchive.bomb(archive, "members overlap at byte " + extent.offset());
            }
            end = extent.end();
        }
        if (end > directoryStart) {
            throw BadArchive.damaged(archive, "its last member reaches into its directory");
        }
        files.sort(ZipSelection.BY_OFFSET);
        inners.sort(ZipSelection.BY_OFFSET);
        setEnds(files);
        setEnds(inners);
    }

    private void setEnds(List<ZipSelection> selections) {
        int next = 0;
        for (ZipSelection selection : selections) {
            while (next < extents.size() && extents.get(next).offset() <= selection.start()) {
                next++;
            }
            selection.endAt(next < extents.size() ? extents.get(next).offset() : directoryStart);
        }
    }

    private List<ByteRange> ranges() {
        List<ZipSelection> all = new ArrayList<>(files);
        all.addAll(inners);
        all.sort(ZipSelection.BY_OFFSET);
        List<ByteRange> ranges = new ArrayList<>();
        for (ZipSelection selection : all) {
            ByteRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && selection.start() - last.end() <= WORTH_FETCHING) {
                ranges.set(ranges.size() - 1, new ByteRange(last.offset(), selection.end() - last.offset()));
            } else {
                ranges.add(new ByteRange(selection.start(), selection.end() - selection.start()));
            }
        }
        return ranges;
    }

    private void unpackFiles() throws IOException, InterruptedException {
        int count = Math.min(unpacking.threads(), files.size());
        if (count == 0) {
            return;
        }
        AtomicInteger next = new AtomicInteger();
        try (Workers workers = new Workers(count, "datasets-unzip")) {
            for (int i = 0; i < count; i++) {
                workers.submit(() -> unpackFiles(next));
            }
            workers.await();
        }
    }

    private void unpackFiles(AtomicInteger next) throws IOException, InterruptedException {
        ZipMemberReader reader = new ZipMemberReader(source, archive, unpacking);
        for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            reader.unpack(files.get(i));
        }
    }

    private void unpackInner(ZipSelection inner) throws IOException, InterruptedException {
        String name = archive + "!" + inner.member().name();
        Route.Descend route = inner.inner();
        ZipMemberReader reader = new ZipMemberReader(source, archive, unpacking);
        if (inner.entry().method() == ZipEntry.STORED) {
            ByteSource slice = new SourceSlice(source, reader.dataRange(inner), name);
            unpacking.unpack(slice, name, route.format(), route.routing());
        } else {
            unpacking.unpack(reader.content(inner), name, route.format(), route.routing());
        }
    }
}
