package io.evaldata.datasets.configure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Writes a segmentation config as Python text: plain assignments that run on their own, always the same. */
final class ConfigText {
    private final SegmentationConfigs data;

    ConfigText(SegmentationConfigs data) {
        this.data = data;
    }

    /** The whole file, lines ending in {@code \n}; with the mark where a catalogue entry describes it. */
    String of(SegmentationConfig config, String dataRoot, String promptPath) {
        String text = plain(config, dataRoot, promptPath);
        return data.mark(config, text)
                .map(mark -> text.replaceFirst("(?m)^_base_ = ", Matcher.quoteReplacement(mark.line() + "\n_base_ = ")))
                .orElse(text);
    }

    private String plain(SegmentationConfig config, String dataRoot, String promptPath) {
        List<String> dataset = new ArrayList<>(List.of("type=dataset_type", "data_root=data_root"));
        dataset.addAll(settings(config.datasetSettings()));
        dataset.add(
                "data_prefix=dict(img_path=" + text(config.images()) + ", seg_map_path=" + text(config.maps()) + ")");
        if (!config.split().isEmpty()) {
            dataset.add("ann_file=" + text(config.split()));
        }
        dataset.add("pipeline=test_pipeline");

        List<String> model = new ArrayList<>(List.of("name_path=" + text(promptPath)));
        model.addAll(settings(config.model()));

        List<String> annotations = new ArrayList<>(List.of("type='LoadAnnotations'"));
        annotations.addAll(settings(config.annotationSettings()));

        return String.join(
                "\n",
                "# " + config.title() + ".",
                "# Written by the Datasets Maven Plugin; values: " + data.sourceOf(config) + ".",
                "_base_ = './" + SegmentationConfigs.BASE + "'",
                "",
                "model = dict(" + lines("    ", model) + ")",
                "",
                "dataset_type = " + text(config.datasetType()),
                "data_root = " + text(dataRoot),
                "",
                "# Label maps are loaded after resizing and so keep their own size.",
                "test_pipeline = [",
                "    dict(type='LoadImageFromFile'),",
                "    dict(type='Resize', scale=(" + config.scale().get(0) + ", "
                        + config.scale().get(1) + "), keep_ratio=True),",
                "    dict(" + String.join(", ", annotations) + "),",
                "    dict(type='PackSegInputs'),",
                "]",
                "",
                "test_dataloader = dict(",
                "    batch_size=1,",
                "    num_workers=4,",
                "    persistent_workers=True,",
                "    sampler=dict(type='DefaultSampler', shuffle=False),",
                "    dataset=dict(" + lines("        ", dataset) + "    ),",
                ")",
                "");
    }

    private static String lines(String indent, List<String> items) {
        StringBuilder lines = new StringBuilder("\n");
        items.forEach(item -> lines.append(indent).append(item).append(",\n"));
        return lines.toString();
    }

    private static List<String> settings(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + python(setting.getValue()))
                .toList();
    }

    private static String python(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof List<?> items) {
            return items.stream().map(ConfigText::python).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> member.getKey() + "=" + python(member.getValue()))
                    .collect(Collectors.joining(", ", "dict(", ")"));
        }
        return value instanceof Number ? value.toString() : text(value.toString());
    }

    private static String text(String value) {
        String bytes = new PythonString("", "'", "").withValue(value, StandardCharsets.UTF_8);
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
