package io.evaldata.datasets.extract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a member costs besides its file: its checksum and copy (16 KiB), its tar header, its name. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Members {
    private static final int SIZE = 16 << 10;
    private static final String NAME = "images/class_042/000042.jpg";

    private final ByteBuffer content =
            ByteBuffer.allocateDirect(SIZE).put(Contents.of("picture", SIZE, new Random(1))).flip();
    private final ByteBuffer copy = ByteBuffer.allocateDirect(SIZE);
    private final TarHeader header = header();

    @Benchmark
    public int checksumAndCopy() {
        copy.clear().put(content.duplicate());
        return MemberWriter.crc32(copy.flip());
    }

    @Benchmark
    public long tarHeader() {
        return header.isZero() || !header.isIntact() ? -1 : header.name().length() + header.size() + header.type();
    }

    @Benchmark
    public String memberName() throws MemberNames.UnsafeName {
        return MemberNames.normalise(NAME);
    }

    private static TarHeader header() {
        TarHeader header = new TarHeader();
        put(header, 0, NAME);
        put(header, 100, "0000644\0");
        put(header, 124, "00000040000\0");
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte b : header.block()) {
            sum += b & 0xff;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        return header;
    }

    private static void put(TarHeader header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header.block(), offset, bytes.length);
    }
}
