package io.evaldata.datasets.segmentation;

import io.evaldata.datasets.labels.LabelMapConverter;
import io.evaldata.datasets.labels.LabelTable;
import io.evaldata.datasets.labels.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Converts a folder of label maps or polygon frames with two threads; {@code it/bench/labels.sh} times it. */
final class ConversionBenchmark {
    private static final int THREADS = 2;

    private ConversionBenchmark() {}

    /** Takes a label table or a Pillow version, the folder to read and the one to write. */
    public static void main(String[] arguments) throws Exception {
        ConcurrentLinkedQueue<Path> files;
        try (Stream<Path> sources = Files.list(Path.of(arguments[1]))) {
            files = new ConcurrentLinkedQueue<>(sources.sorted().toList());
        }
        Path target = Files.createDirectories(Path.of(arguments[2]));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Void>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(threads.submit(worker(arguments[0], files, target)));
        }
        for (Future<Void> worker : running) {
            worker.get();
        }
        threads.shutdown();
    }

    private static Callable<Void> worker(String how, ConcurrentLinkedQueue<Path> files, Path target) {
        return () -> {
            if (!LabelTable.BUNDLED.contains(how)) {
                CityscapesPolygons polygons = new CityscapesPolygons(PillowRules.parse(how));
                PngWriter writer = new PngWriter();
                convertAll(files, target, (name, json) -> writer.write(polygons.draw(name, json)));
                return null;
            }
            try (LabelMapConverter converter = new LabelMapConverter(LabelTable.bundled(how))) {
                convertAll(files, target, converter::convert);
            }
            return null;
        };
    }

    private interface Conversion {
        byte[] convert(String name, byte[] source);
    }

    private static void convertAll(ConcurrentLinkedQueue<Path> files, Path target, Conversion conversion)
            throws IOException {
        for (Path file = files.poll(); file != null; file = files.poll()) {
            String name = file.getFileName().toString();
            String stem = name.substring(0, name.lastIndexOf('.'));
            Files.write(target.resolve(stem + ".png"), conversion.convert(name, Files.readAllBytes(file)));
        }
    }
}
