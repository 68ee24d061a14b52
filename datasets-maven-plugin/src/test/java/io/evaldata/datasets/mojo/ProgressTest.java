package io.evaldata.datasets.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of a run, on a clock that the test moves. */
class ProgressTest {
    private static final long MB = 1_000_000;

    private final List<String> screen = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private long now;
    private ProgressBoard board;

    @BeforeEach
    void make() {
        board = new ProgressBoard(() -> now);
    }

    @Test
    void saysBytesRateAndTimeLeftWhileFetching() {
        board.begun("coco", 1000 * MB, 5001);
        fetch("coco", 10, 20 * MB);
        assertThat(lines()).containsExactly("coco             200.0 MB of 1.0 GB, 20.0 MB/s, 40 s left");
    }

    @Test
    void saysFilesRateAndTimeLeftWhileUnpacking() {
        board.begun("coco", 0, 5001);
        board.phase("coco", "unpacking val2017.zip");
        unpack("coco", 10, 200);
        assertThat(lines())
                .containsExactly("coco             unpacking val2017.zip: 2,000 of 5,001 files, 200/s, 16 s left");
    }

    @Test
    void saysBothWhileUnpackingFollowsTheDownload() {
        board.begun("coco", 1000 * MB, 5001);
        board.files("coco", 1234);
        fetch("coco", 10, 20 * MB);
        assertThat(lines()).containsExactly("coco             200.0 MB of 1.0 GB, 20.0 MB/s, 40 s left, 1,234 files");
    }

    @Test
    void promisesNothingAboutWhatNobodyKnows() {
        board.begun("own", 0, 0);
        board.phase("own", "fetching a.zip");
        assertThat(lines()).containsExactly("own              fetching a.zip");
        fetch("own", 10, MB);
        assertThat(lines()).containsExactly("own              10.0 MB, 1.0 MB/s");
    }

    @Test
    void saysNoTimeOnceMoreCameThanWasThought() {
        board.begun("coco", 100 * MB, 0);
        fetch("coco", 10, 20 * MB);
        assertThat(lines()).containsExactly("coco             200.0 MB, 20.0 MB/s");
    }

    @Test
    void sumsUpWhenThereIsMoreThanOneDataset() {
        board.planned(3, 2000 * MB);
        board.begun("coco", 1000 * MB, 0);
        board.ended("coco");
        board.begun("dtd", 500 * MB, 0);
        board.begun("ade20k", 500 * MB, 0);
        fetch("dtd", 10, 10 * MB);
        assertThat(lines())
                .containsExactly(
                        "dtd              100.0 MB of 500.0 MB, 10.0 MB/s, 40 s left",
                        "ade20k           starting",
                        "total            1 of 3 datasets, 1.1 GB of 2.0 GB, 10.0 MB/s, 2 min left");
    }

    @Test
    void smoothsTheRateSoThatTheTimeLeftDoesNotJump() {
        board.begun("coco", 10_000 * MB, 0);
        fetch("coco", 30, 20 * MB);
        now += Duration.ofSeconds(1).toNanos(); // one second without a byte
        assertThat(lines().get(0)).contains("18.", "MB/s");
    }

    @Test
    void countsDamagedBytesOnlyOnce() {
        board.begun("coco", 1000 * MB, 0);
        fetch("coco", 10, 20 * MB);
        board.lost("coco", "a.zip");
        assertThat(lines().get(0)).startsWith("coco             starting");
    }

    @Test
    void fitsTheWidthWhateverTheNames() {
        board.begun("a-dataset-with-an-unusually-long-name-of-its-own-for-a-test", 1000 * MB, 0);
        fetch("a-dataset-with-an-unusually-long-name-of-its-own-for-a-test", 10, 20 * MB);
        assertThat(ProgressText.lines(board.standing(), 60)).allMatch(line -> line.length() <= 60);
    }

    @Test
    void drawsAnewInPlaceAndStaysBelowTheLog() {
        board.begun("coco", 0, 0);
        try (ProgressDisplay display = display(ProgressMode.LIVE)) {
            display.tick();
            display.say(() -> screen.add("[INFO] something\n"));
            display.tick();
        }
        assertThat(screen)
                .containsExactly(
                        "coco             starting\n",
                        "\r\u001b[1A\u001b[J",
                        "[INFO] something\n",
                        "coco             starting\n",
                        "\r\u001b[1A\u001b[J",
                        "coco             starting\n",
                        "\r\u001b[1A\u001b[J");
        assertThat(log).isEmpty();
    }

    @Test
    void logsALineEveryFewSecondsAndMoreSeldomLater() {
        board.begun("coco", 0, 0);
        int inTheFirstMinute;
        try (ProgressDisplay display = display(ProgressMode.LINES)) {
            ticks(display, 59);
            inTheFirstMinute = log.size();
            ticks(display, 240);
        }
        assertThat(inTheFirstMinute).isEqualTo(11);
        assertThat(log.size() - inTheFirstMinute).isBetween(7, 9);
        assertThat(screen).isEmpty();
    }

    @Test
    void showsNothingWhenNothingIsWanted() {
        board.begun("coco", 0, 0);
        try (ProgressDisplay display = display(ProgressMode.NONE)) {
            ticks(display, 100);
            display.say(() -> log.add("said"));
        }
        assertThat(screen).isEmpty();
        assertThat(log).containsExactly("said");
    }

    private void ticks(ProgressDisplay display, int seconds) {
        for (int i = 0; i < seconds; i++) {
            now += Duration.ofSeconds(1).toNanos();
            display.tick();
        }
    }

    private ProgressDisplay display(ProgressMode mode) {
        return new ProgressDisplay(board, mode, screen::add, log::add, () -> now);
    }

    private List<String> lines() {
        return ProgressText.lines(board.standing(), 79);
    }

    private void fetch(String dataset, int seconds, long perSecond) {
        for (int i = 0; i < seconds; i++) {
            now += Duration.ofSeconds(1).toNanos();
            board.fetched(dataset, "a.zip", perSecond);
            board.standing();
        }
    }

    private void unpack(String dataset, int seconds, long perSecond) {
        for (int i = 0; i < seconds; i++) {
            now += Duration.ofSeconds(1).toNanos();
            board.files(dataset, perSecond);
            board.standing();
        }
    }
}
