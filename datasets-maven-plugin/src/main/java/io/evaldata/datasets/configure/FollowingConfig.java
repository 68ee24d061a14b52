package io.evaldata.datasets.configure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A config that was written from a catalogue entry, with its class-name list: both follow the entry until somebody edits
 * them; what was edited is kept.
 */
final class FollowingConfig {
    private final SegmentationConfigs data;
    private final Map<String, Path> roots;

    FollowingConfig(SegmentationConfigs data, Map<String, Path> roots) {
        this.data = data;
        this.roots = roots;
    }

    /** Plans to write the config as its entry is now; false for a file that is to be wired as any other. */
    boolean follow(PythonFile file, WiringDraft draft) throws IOException {
        Optional<SegmentationConfig> named =
                data.named(file.path().getFileName().toString()).filter(config -> roots.containsKey(config.dataset()));
        String content = text(file);
        Optional<WrittenMark> mark = WrittenMark.in(content);
        if (named.isEmpty() || mark.isEmpty()) {
            return false;
        }
        String now = text(named.get(), file.path());
        boolean sameEntry = WrittenMark.in(now).equals(mark);
        if (!mark.get().fits(content)) {
            if (!sameEntry) {
                draft.outdated(new LeftAlone(
                        file.path(),
                        "it was edited since it was written, so that only its data_root follows; delete it to have it"
                                + " written as the catalogue entry of "
                                + named.get().dataset() + " is now"));
            }
            return false;
        }
        followList(file.path(), named.get(), mark.get(), draft);
        draft.rewrite(file, bytes(content.contains("\r\n") ? now.replace("\n", "\r\n") : now));
        return true;
    }

    private String text(SegmentationConfig config, Path path) {
        String prompts = GeneratedConfig.promptPath(path, config).toString();
        return new ConfigText(data).of(config, roots.get(config.dataset()).toString(), prompts);
    }

    private void followList(Path path, SegmentationConfig config, WrittenMark mark, WiringDraft draft)
            throws IOException {
        Path list = GeneratedConfig.promptPath(path, config);
        String now = data.textBeside(config.prompts());
        if (!Files.isRegularFile(list)) {
            draft.create(list, now);
        } else if (!mark.fitsList(now)) { // the entry has other names by now
            PythonFile there = PythonFile.read(list);
            if (mark.fitsList(text(there))) {
                draft.rewrite(there, bytes(now));
            } else {
                draft.outdated(new LeftAlone(
                        list,
                        "it was edited since it was written; delete it to have it written as the catalogue entry of "
                                + config.dataset() + " is now"));
            }
        }
    }

    /** A file as UTF-8; what an editor saved in another encoding is then not what was written. */
    private static String text(PythonFile file) {
        return new String(file.text().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** One char per byte, as files are kept here. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
