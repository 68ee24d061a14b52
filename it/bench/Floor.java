import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The least that has to be done for a stored zip: its bytes are received, go through SHA-256 and into the files of its
 * members, each step on a thread of its own. Nothing is kept for an interrupted download, no name and no checksum of a member is
 * looked at, nothing is recorded. What takes this program so long takes nobody less who can be relied on.
 *
 * <p>usage: Floor URL FOLDER SHA256
 */
final class Floor {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CHUNK = 1 << 20;
    private static final int CHUNKS = 16;
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(CHUNKS);
    private final BlockingQueue<ByteBuffer> received = new ArrayBlockingQueue<>(CHUNKS + 1);
    private final BlockingQueue<ByteBuffer> hashed = new ArrayBlockingQueue<>(CHUNKS + 1);

    public static void main(String[] args) throws Exception {
        new Floor().run(URI.create(args[0]), Path.of(args[1]), args[2]);
    }

    private void run(URI url, Path folder, String expected) throws Exception {
        for (int i = 0; i < CHUNKS; i++) {
            free.add(ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN));
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Thread hashing = start(() -> hash(digest));
        Thread writing = start(() -> new Members(folder).write());
        receive(url);
        hashing.join();
        writing.join();
        if (!HexFormat.of().formatHex(digest.digest()).equals(expected)) {
            throw new IOException("another digest than expected");
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Thread start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                e.printStackTrace();
                System.exit(1);
            }
        });
        thread.start();
        return thread;
    }

    private void receive(URI url) throws Exception {
        try (SocketChannel socket = SocketChannel.open(new InetSocketAddress(url.getHost(), url.getPort()))) {
            String request = "GET " + url.getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer chunk = free.take();
            int head = 0;
            while (head == 0) {
                if (socket.read(chunk) < 0) {
                    throw new EOFException("no answer");
                }
                head = StandardCharsets.ISO_8859_1.decode(chunk.duplicate().flip()).toString().indexOf("\r\n\r\n") + 4;
                head = head < 4 ? 0 : head;
            }
            chunk.flip().position(head).compact();
            int count = 0;
            while (count >= 0) {
                while (count >= 0 && chunk.hasRemaining()) {
                    count = socket.read(chunk);
                }
                received.put(chunk.flip());
                chunk = free.take();
            }
            received.put(END);
        }
    }

    private void hash(MessageDigest digest) throws Exception {
        for (ByteBuffer chunk = received.take(); chunk != END; chunk = received.take()) {
            digest.update(chunk.duplicate());
            hashed.put(chunk);
        }
        hashed.put(END);
    }

    /** Writes member after member as their local headers say. */
    private final class Members {
        private final Path folder;
        private ByteBuffer chunk = END;

        Members(Path folder) {
            this.folder = folder;
        }

        void write() throws Exception {
            Path made = folder;
            while (next() && int32(bytes(4), 0) == LOCAL_HEADER) {
                byte[] header = bytes(26);
                byte[] name = bytes(int16(header, 22));
                bytes(int16(header, 24));
                Path file = folder.resolve(new String(name, StandardCharsets.UTF_8));
                if (!file.getParent().equals(made)) {
                    made = Files.createDirectories(file.getParent());
                }
                copy(file, int32(header, 14));
            }
            while (next()) { // the directory
                chunk.position(chunk.limit());
            }
        }

        private void copy(Path file, int size) throws Exception {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (int left = size; left > 0 && next(); ) {
                    ByteBuffer piece = chunk.slice(chunk.position(), Math.min(left, chunk.remaining()));
                    chunk.position(chunk.position() + piece.remaining());
                    left -= piece.remaining();
                    while (piece.hasRemaining()) {
                        channel.write(piece);
                    }
                }
            }
        }

        private byte[] bytes(int count) throws Exception {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count && next(); i++) {
                bytes[i] = chunk.get();
            }
            return bytes;
        }

        /** Whether there is more. */
        private boolean next() throws Exception {
            while (!chunk.hasRemaining()) {
                if (chunk != END) {
                    free.put(chunk.clear());
                }
                chunk = hashed.take();
                if (chunk == END) {
                    hashed.put(END);
                    return false;
                }
            }
            return true;
        }

        private int int16(byte[] bytes, int at) {
            return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
        }

        private int int32(byte[] bytes, int at) {
            return int16(bytes, at) | int16(bytes, at + 2) << 16;
        }
    }
}
