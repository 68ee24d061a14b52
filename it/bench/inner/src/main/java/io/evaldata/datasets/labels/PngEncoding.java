package io.evaldata.datasets.labels;

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

/** A label map of 640x480, drawn of rectangles, made a PNG. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PngEncoding {
    private final PngWriter writer = new PngWriter();
    private final LabelMap map = map();

    @Benchmark
    public byte[] write() {
        return writer.write(map);
    }

    private static LabelMap map() {
        LabelMap map = LabelMap.filled("bench", 640, 480, 0);
        Random random = new Random(20261122);
        for (int i = 0; i < 40; i++) {
            int left = random.nextInt(600);
            int top = random.nextInt(440);
            int right = Math.min(639, left + random.nextInt(200));
            for (int y = top; y < Math.min(480, top + random.nextInt(200)); y++) {
                map.paint(y, Math.max(0, left - random.nextInt(3)), right, 1 + i);
            }
        }
        return map;
    }
}
