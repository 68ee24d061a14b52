package io.evaldata.datasets.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stand-ins of CIFAR: pickled batches of pictures of 32 by 32 pixels. */
final class CifarSamples {
    private static final int SIDE = 32;
    private static final int BATCHES = 5;
    private static final int TEST_BATCH = 6;
    private static final int COARSE = 5;

    private CifarSamples() {}

    static Sample cifar10() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("batches.meta", meta10());
        for (int i = 1; i <= BATCHES; i++) {
            files.put("data_batch_" + i, batch("training batch " + i + " of " + BATCHES, i, false));
        }
        files.put("test_batch", batch("testing batch 1 of 1", TEST_BATCH, false));
        return sample("cifar-10-python.tar.gz", "cifar-10-batches-py/", files);
    }

    static Sample cifar100() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("meta", meta100());
        files.put("train", batch("training batch 1 of 1", 1, true));
        files.put("test", batch("testing batch 1 of 1", TEST_BATCH, true));
        return sample("cifar-100-python.tar.gz", "cifar-100-python/", files);
    }

    private static Sample sample(String source, String folder, Map<String, byte[]> files) throws IOException {
        Sample sample = new Sample();
        SampleArchive archive = new SampleArchive();
        files.forEach((name, content) -> {
            archive.add(folder + name, content);
            sample.leaves(name, content);
        });
        return sample.file(source, archive.tarGz());
    }

    private static byte[] batch(String label, int instance, boolean coarse) {
        List<byte[]> rows = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Kind.ALL.size(); i++) {
            Kind kind = Kind.ALL.get(i);
            rows.add(SamplePicture.planes(Scene.of(kind, instance, SIDE, SIDE)));
            labels.add(i);
            names.add(String.format("%s_s_%06d.png", kind.name(), instance));
        }
        Map<String, Object> batch = new LinkedHashMap<>();
        batch.put("data", new NumpyPickle.Rows(rows));
        if (coarse) {
            batch.put("fine_labels", labels);
            batch.put("coarse_labels", labels.stream().map(i -> i % COARSE).toList());
        } else {
            batch.put("labels", labels);
        }
        batch.put("batch_label", label);
        batch.put("filenames", names);
        return NumpyPickle.of(batch);
    }

    private static byte[] meta10() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("num_cases_per_batch", Kind.ALL.size());
        meta.put("label_names", Kind.ALL.stream().map(Kind::name).toList());
        meta.put("num_vis", 3 * SIDE * SIDE);
        return NumpyPickle.of(meta);
    }

    private static byte[] meta100() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("fine_label_names", Kind.ALL.stream().map(Kind::name).toList());
        meta.put(
                "coarse_label_names",
                Kind.ALL.stream()
                        .limit(COARSE)
                        .map(kind -> kind.form().word() + "s")
                        .toList());
        return NumpyPickle.of(meta);
    }
}
