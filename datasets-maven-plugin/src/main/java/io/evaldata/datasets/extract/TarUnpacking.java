package io.evaldata.datasets.extract;

import io.evaldata.datasets.extract.TarReader.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Unpacks a tar as a pipeline: one thread reads (and inflates) ahead, the caller's parses, the others write.
 *
 * <p>Members that lie within one read buffer are written from there, a bufferful of members at a time; those that cross
 * buffers are gathered in one of their own; those too large for that are written by the caller's thread as they come.
 */
final class TarUnpacking {
    private static final int READ_CHUNKS = 8;
    private static final int READ_CHUNK = 1 << 18;
    private static final int GATHER_CHUNK = 1 << 20;

    private final Unpacking unpacking;
    private final String archive;
    private final Routing routing;
    private final ChunkPool gathering;
    private Batch batch;

    TarUnpacking(Unpacking unpacking, String archive, Routing routing) {
        this.unpacking = unpacking;
        this.archive = archive;
        this.routing = routing;
        this.gathering = new ChunkPool(unpacking.threads() + 2, GATHER_CHUNK);
    }

    /** Unpacks the whole archive; the content is closed in any case. */
    void unpack(Content tar, int writers) throws IOException, InterruptedException {
        try (ReadAhead ahead = new ReadAhead(tar, READ_CHUNKS, READ_CHUNK, "datasets-inflate");
                Workers workers = new Workers(writers, "datasets-write")) {
            TarReader reader = new TarReader(ahead, archive);
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                Member member = unpacking.admit(archive, entry.rawName(), entry.size(), entry.kind(), entry.link());
                if (member != null) {
                    unpack(member, routing.route(member), reader, workers);
                }
            }
            submitBatch(workers);
            workers.await();
        }
    }

    private void unpack(Member member, Route route, TarReader reader, Workers workers)
            throws IOException, InterruptedException {
        if (route instanceof Route.Skip) {
            return;
        }
        if (member.kind() == Member.Kind.HARD_LINK) {
            copyLinked(member, route, workers);
        } else if (!member.isFile()) {
            unpacking.unpackNonFile(archive, member, route);
        } else if (route instanceof Route.Descend inner) {
            unpacking.unpack(reader, archive + "!" + member.name(), inner.format(), inner.routing());
        } else {
            write(FileRoute.of(archive, member, route), reader, workers);
        }
    }

    private void write(FileRoute route, TarReader reader, Workers workers) throws IOException, InterruptedException {
        long size = route.member().size();
        ByteBuffer view = reader.view();
        if (view != null) {
            if (batch == null || batch.chunk() != reader.chunk()) {
                submitBatch(workers);
                batch = new Batch(reader.chunk().hold(), new ArrayList<>());
            }
            batch.items().add(new Item(route, view));
            return;
        }
        submitBatch(workers);
        if (size <= GATHER_CHUNK) {
            Chunk chunk = gathering.take();
            boolean gathered = false;
            try {
                reader.fill(chunk.buffer());
                gathered = true;
            } finally {
                if (!gathered) {
                    chunk.release();
                }
            }
            workers.submit(new Batch(chunk, List.of(new Item(route, chunk.buffer()))));
        } else if (route.conversion() != null) {
            workers.submit(new LargeConversion(route, unpacking.readLarge(route, reader)));
        } else {
            ByteBuffer scratch = ByteBuffer.allocateDirect(READ_CHUNK);
            unpacking.writer().writeUnknown(archive, route.paths(), size, reader, scratch);
        }
    }

    private void copyLinked(Member link, Route route, Workers workers) throws IOException, InterruptedException {
        Member original = unpacking.linked(archive, link);
        List<String> from =
                FileRoute.of(archive, original, routing.route(original)).paths();
        List<String> to = FileRoute.of(archive, link, route).paths();
        if (from.isEmpty() || !(route instanceof Route.Write)) {
            throw BadArchive.unsupported(
                    archive,
                    link.name(),
                    "it is a hard link to '" + link.link() + "', which is not unpacked unchanged");
        }
        submitBatch(workers);
        workers.await();
        unpacking.writer().copy(archive, link, from.get(0), to);
    }

    private void submitBatch(Workers workers) throws IOException, InterruptedException {
        Batch full = batch;
        batch = null;
        if (full != null) {
            workers.submit(full);
        }
    }

    private record Item(FileRoute route, ByteBuffer content) {}

    /** Members to write, all out of one buffer. */
    private final class Batch implements Workers.Job {
        private final Chunk chunk;
        private final List<Item> items;

        Batch(Chunk chunk, List<Item> items) {
            this.chunk = chunk;
            this.items = items;
        }

        Chunk chunk() {
            return chunk;
        }

        List<Item> items() {
            return items;
        }

        @Override
        public void run() throws IOException {
            try {
                for (Item item : items) {
                    int crc = MemberWriter.crc32(item.content());
                    unpacking.writer().writeUnclaimed(archive, item.route(), item.content(), crc);
                }
            } finally {
                chunk.release();
            }
        }

        @Override
        public void cancel() {
            chunk.release();
        }
    }

    /** A large member to convert. */
    private final class LargeConversion implements Workers.Job {
        private final FileRoute route;
        private final LargeContent content;

        LargeConversion(FileRoute route, LargeContent content) {
            this.route = route;
            this.content = content;
        }

        @Override
        public void run() throws IOException {
            try (content) {
                ByteBuffer bytes = content.bytes();
                unpacking.writer().writeUnclaimed(archive, route, bytes, MemberWriter.crc32(bytes));
            }
        }

        @Override
        public void cancel() {
            content.close();
        }
    }
}
