package io.evaldata.datasets.segmentation;

import io.evaldata.datasets.labels.LabelMap;
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

/** A polygon of 200 corners, 600 pixels across, on a map of 2048x1024. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PolygonFilling {
    private final LabelMap map = LabelMap.filled("bench", 2048, 1024, 0);
    private final PolygonFill fill = new PolygonFill(PillowRules.DEFAULT);
    private final Polygon polygon = polygon();

    @Benchmark
    public int fill() {
        fill.fill(map, polygon, 7);
        return map.at(1024, 512);
    }

    private static Polygon polygon() {
        Random random = new Random(20261122);
        int corners = 200;
        int[] coordinates = new int[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = 250 + random.nextInt(100);
            coordinates[2 * i] = (int) (1024 + radius * Math.cos(angle));
            coordinates[2 * i + 1] = (int) (512 + radius * Math.sin(angle));
        }
        return Polygon.of(coordinates);
    }
}
