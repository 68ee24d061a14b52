package io.evaldata.datasets.configure;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A config that was written from a catalogue entry which is not there any more: its catalogue was not given this time, or
 * the entry was deleted or renamed. Nothing can be said about its dataset then, and nothing is done to it.
 */
final class OrphanedConfig {
    /** What {@link SegmentationConfigs#sourceOf} has written. */
    private static final Pattern ENTRY =
            Pattern.compile("(?m)^# Written by .* the catalogue entry of dataset (\\S+)\\.\\r?$");

    private final SegmentationConfigs data;

    OrphanedConfig(SegmentationConfigs data) {
        this.data = data;
    }

    /** Puts the file aside with a warning if it is one; false for a file that is to be looked at as any other. */
    boolean putAside(PythonFile file, WiringDraft draft) {
        Optional<String> dataset = dataset(file).filter(this::isUnknown);
        dataset.ifPresent(id -> draft.orphaned(new LeftAlone(
                file.path(),
                "it was written for dataset '" + id + "', which no catalogue of this run describes, and is left as it"
                        + " is; give its catalogue file again (datasets.catalogs) or delete the config")));
        return dataset.isPresent();
    }

    private static Optional<String> dataset(PythonFile file) {
        String content = new String(file.text().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Matcher entry = ENTRY.matcher(content);
        return WrittenMark.in(content).isPresent() && entry.find() ? Optional.of(entry.group(1)) : Optional.empty();
    }

    private boolean isUnknown(String dataset) {
        return data.configs().stream().noneMatch(config -> config.dataset().equals(dataset));
    }
}
