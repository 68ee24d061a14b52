package io.evaldata.datasets.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.mojo.InterruptionNotice.Kept;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said when the process is ended in the middle of preparing. */
class InterruptionNoticeTest {
    private static final Path CACHE = Path.of("cache");

    @Test
    void modulesThatPrepareAtTheSameTimeHaveOneLastWord() {
        String word = InterruptionNotice.text(List.of(
                new Kept(1_000_000, CACHE, Path.of("one")),
                new Kept(2_000_000, CACHE, Path.of("one")),
                new Kept(0, CACHE, Path.of("two"))));

        assertThat(word.lines())
                .containsExactly(
                        "",
                        "interrupted; nothing is lost: the 3.0 MB fetched just now and what was there before stay in",
                        "  cache",
                        "and datasets that are complete stay in",
                        "  one",
                        "  two",
                        "Run the same command again to go on; only the rest is fetched.");
    }

    @Test
    void nothingIsSaidWhenNothingRunsAnyMore() {
        assertThat(InterruptionNotice.text(List.of())).isEmpty();
    }
}
