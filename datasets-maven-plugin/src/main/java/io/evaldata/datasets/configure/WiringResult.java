package io.evaldata.datasets.configure;

import java.nio.file.Path;
import java.util.List;

/**
 * What wiring did.
 *
 * @param written files that were not there before
 * @param changed files of the user's in which a value was replaced
 * @param unchanged files that were right already and have not been touched
 */
public record WiringResult(List<Path> written, List<Path> changed, List<Path> unchanged) {
    public WiringResult {
        written = List.copyOf(written);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
    }
}
