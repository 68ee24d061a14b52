package io.evaldata.datasets.configure;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.SegConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bundled {@code configs/configs.yaml}: the eight configs, and what tells which dataset a config is for; with those
 * of datasets that catalogue files add.
 *
 * @param reference where the values are from
 * @param cited the same in short, for the written files
 * @param configs the eight configs, and those of added datasets
 * @param types dataset class to dataset id
 * @param genericTypes dataset classes that read any dataset
 * @param tails the usual end of a data root, to the ids of the datasets that lie there
 * @param otherFiles names of configs for other datasets that share a class with ours
 * @param otherTails usual ends of the data roots of such other datasets
 * @param ownLists texts of the class-name lists that no published config has, by file name
 */
record SegmentationConfigs(
        String reference,
        String cited,
        List<SegmentationConfig> configs,
        Map<String, String> types,
        List<String> genericTypes,
        Map<String, List<String>> tails,
        List<String> otherFiles,
        List<String> otherTails,
        Map<String, String> ownLists) {
    /** File name of the part that the eight configs share. */
    static final String BASE = "base_config.py";

    SegmentationConfigs {
        configs = List.copyOf(configs);
        types = Map.copyOf(types);
        genericTypes = List.copyOf(genericTypes);
        tails = Collections.unmodifiableMap(new LinkedHashMap<>(tails));
        otherFiles = List.copyOf(otherFiles);
        otherTails = List.copyOf(otherTails);
        ownLists = ownLists == null ? Map.of() : Map.copyOf(ownLists);
    }

    static SegmentationConfigs bundled() {
        try (InputStream yaml = resource("configs.yaml")) {
            return new YAMLMapper().readValue(yaml, SegmentationConfigs.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's own configs.yaml cannot be read", e);
        }
    }

    /** These, with a config for each of the datasets whose catalogue entry describes one; its suffixes are settled. */
    SegmentationConfigs with(Map<Dataset, SegConfig> described) {
        Map<String, SegmentationConfig> byFile = new LinkedHashMap<>();
        configs.forEach(config -> byFile.put(config.file(), config));
        Map<String, List<String>> ends = new LinkedHashMap<>(tails);
        Map<String, String> lists = new LinkedHashMap<>(ownLists);
        described.forEach((dataset, settled) -> {
            SegmentationConfig config = OwnConfig.of(dataset, settled);
            byFile.put(config.file(), config);
            ends.putIfAbsent(dataset.root(), List.of(dataset.id()));
            lists.put(config.prompts(), String.join("\n", dataset.presentation().classNames()));
        });
        return new SegmentationConfigs(
                reference,
                cited,
                List.copyOf(byFile.values()),
                types,
                genericTypes,
                ends,
                otherFiles,
                otherTails,
                lists);
    }

    /** Where the values of a config are from, in short. */
    String sourceOf(SegmentationConfig config) {
        return ownLists.containsKey(config.prompts())
                ? "the catalogue entry of dataset " + config.dataset()
                : cited + "/" + config.file();
    }

    /** The mark to write into a config that a catalogue entry describes; nothing for a published one. */
    Optional<WrittenMark> mark(SegmentationConfig config, String text) {
        return Optional.ofNullable(ownLists.get(config.prompts())).map(list -> WrittenMark.of(text, list));
    }

    /** The text of a file that a config needs beside it. */
    String textBeside(String file) {
        String own = ownLists.get(file);
        return own == null ? text(file) : own;
    }

    Optional<SegmentationConfig> named(String file) {
        return configs.stream().filter(config -> config.file().equals(file)).findFirst();
    }

    /** The text of a bundled file: the shared part or a class-name list, byte for byte as published. */
    static String text(String file) {
        try (InputStream in = resource(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's own " + file + " cannot be read", e);
        }
    }

    private static InputStream resource(String file) throws IOException {
        InputStream in = SegmentationConfigs.class.getResourceAsStream("/configs/" + file);
        if (in == null) {
            throw new IOException("no resource configs/" + file);
        }
        return in;
    }
}
