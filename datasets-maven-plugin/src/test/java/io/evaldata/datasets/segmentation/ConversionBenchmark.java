package io.evaldata.datasets.segmentation;

import io.evaldata.datasets.labels.LabelMapConverter;
import io.evaldata.datasets.labels.LabelTable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Converts a folder of label maps or polygon frames with two threads; {@code it/bench/labels.sh} times it. */
final class ConversionBenchmark {
    private static final int THREADS = 2;

    private final String how;
    private final File[] files;
    private final Path target;
    private final AtomicInteger next = new AtomicInteger();

    private ConversionBenchmark(String how, File[] files, Path target) {
        this.how = how;
        this.files = files;
        this.target = target;
    }

    /** Takes a label table or a Pillow version, the folder to read and the one to write. */
    public static void main(String[] arguments) throws Exception {
        File[] files = new File(arguments[1]).listFiles();
        Arrays.sort(files);
        ConversionBenchmark benchmark =
                new ConversionBenchmark(arguments[0], files, Files.createDirectories(Path.of(arguments[2])));
        FutureTask<?>[] workers = new FutureTask<?>[THREADS];
        for (int i = 0; i < THREADS; i++) {
            workers[i] = new FutureTask<>(benchmark::work, null);
            new Thread(workers[i]).start();
        }
        for (FutureTask<?> worker : workers) {
            worker.get();
        }
    }

    private void work() {
        try {
            if (LabelTable.BUNDLED.contains(how)) {
                try (LabelMapConverter converter = new LabelMapConverter(LabelTable.bundled(how))) {
                    convertAll(converter::convert);
                }
            } else {
                convertAll(new CityscapesPolygons(PillowRules.parse(how))::convert);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Conversion {
        byte[] convert(String name, byte[] source);
    }

    private void convertAll(Conversion conversion) throws IOException {
        for (int i = next.getAndIncrement(); i < files.length; i = next.getAndIncrement()) {
            String name = files[i].getName();
            String stem = name.substring(0, name.lastIndexOf('.'));
            Files.write(target.resolve(stem + ".png"), conversion.convert(name, Files.readAllBytes(files[i].toPath())));
        }
    }
}
