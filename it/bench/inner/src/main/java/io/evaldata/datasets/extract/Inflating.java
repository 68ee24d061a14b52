package io.evaldata.datasets.extract;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One member of 160 KiB: our decoder beside the JDK's zlib. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Inflating {
    private static final int SIZE = 160 << 10;

    /** Like JPEG, nearly all literals; or like text, mostly matches. */
    @Param({"picture", "text"})
    public String content;

    private final byte[] output = new byte[SIZE + DeflateDecoder.OUTPUT_MARGIN];
    private final DeflateDecoder decoder = new DeflateDecoder();
    private final Inflater inflater = new Inflater(true);
    private byte[] input;
    private int inputSize;

    @Setup
    public void deflate() {
        byte[] bytes = Contents.of(content, SIZE, new Random(20261122));
        Deflater deflater = new Deflater(6, true);
        deflater.setInput(bytes);
        deflater.finish();
        input = new byte[2 * SIZE];
        inputSize = deflater.deflate(input);
        deflater.end();
    }

    @Benchmark
    public int ours() throws DataFormatException {
        decoder.restart();
        decoder.input(input, 0, inputSize, true);
        decoder.output(output, 0);
        decoder.decode();
        return decoder.outputPosition();
    }

    @Benchmark
    public int zlib() throws DataFormatException {
        inflater.reset();
        inflater.setInput(input, 0, inputSize);
        return inflater.inflate(output);
    }
}
