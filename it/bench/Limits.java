import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What one core of this machine can do, for a comparison with what the goals reach.
 *
 * <p>usage: java Limits.java FOLDER, which is made and must not be there. Each figure is the best of five, warmed up by those before.
 */
final class Limits {
    private static final int MIB = 1 << 20;
    private static final int BLOCK = MIB;
    private static final int BLOCKS = 256;
    private static final int FILES = 10_000;
    private static final int FILE_BYTES = 10 << 10;

    private Limits() {}

    private interface Work {
        void run(int round) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectory(Path.of(args[0]));
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        byte[] bytes = new byte[BLOCK];
        new Random(1).nextBytes(bytes);
        block.put(bytes);

        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        told("SHA-256", round -> repeat(() -> sha.update(block.clear())));
        CRC32 crc = new CRC32();
        told("CRC-32", round -> repeat(() -> crc.update(block.clear())));
        told("zlib inflates bytes that are nearly all literals", inflating(bytes));
        told("written to a new file in the page cache", round -> {
            Path file = folder.resolve("copied" + round);
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (int i = 0; i < BLOCKS; i++) {
                    out.write(block.clear());
                }
            }
        });
        told("read from the page cache", round -> {
            try (FileChannel in = FileChannel.open(folder.resolve("copied0"))) {
                while (in.read(block.clear()) >= 0) {}
            }
        });
        double seconds = best(round -> create(Files.createDirectory(folder.resolve("files" + round)), block));
        System.out.printf("%-50s %,8.0f/s%n", "files of 10 KiB created", FILES / seconds);
    }

    private static void repeat(Runnable step) {
        for (int i = 0; i < BLOCKS; i++) {
            step.run();
        }
    }

    private static Work inflating(byte[] bytes) throws Exception {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] % 16 == 0 ? (byte) (bytes[i] / 2) : bytes[i];
        }
        Deflater deflater = new Deflater(6, true);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] packed = new byte[2 * BLOCK];
        int length = deflater.deflate(packed);
        byte[] unpacked = new byte[BLOCK];
        Inflater inflater = new Inflater(true);
        return round -> {
            for (int i = 0; i < BLOCKS; i++) {
                inflater.reset();
                inflater.setInput(packed, 0, length);
                inflater.inflate(unpacked);
            }
        };
    }

    private static void create(Path folder, ByteBuffer block) throws IOException {
        for (int i = 0; i < FILES; i++) {
            try (FileChannel out = FileChannel.open(
                    folder.resolve(i + ".jpg"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                out.write(block.clear().limit(FILE_BYTES));
            }
        }
    }

    private static void told(String what, Work work) throws Exception {
        System.out.printf("%-50s %,8.0f MB/s%n", what, (double) BLOCKS * BLOCK / 1e6 / best(work));
    }

    private static double best(Work work) throws Exception {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            work.run(round);
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }
}
