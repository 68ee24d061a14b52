package io.evaldata.datasets.it;

import static io.evaldata.datasets.it.MavenBuild.goal;
import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.it.originals.Original;
import io.evaldata.datasets.it.originals.Textures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at the worst moment, then the same command again. */
class KilledIT {
    /** What a connection may have on its way, received and not yet noted on disk. */
    private static final long IN_FLIGHT = 1 << 20;

    private static final int CONNECTIONS = 4;
    private static final int KILLS = 5;

    /** What of each connection may be lost by a kill after the server has paused: a piece that is too small to be noted. */
    private static final long LOST_PER_KILL = CONNECTIONS * (1L << 16);

    @TempDir
    private static Path temp;

    private static Original textures;
    private static Path overlay;
    private static long size;

    @TempDir
    private Path own;

    @BeforeAll
    static void makeArchive() throws IOException {
        textures = Textures.ofManyFiles();
        overlay = Original.overlay(temp.resolve("overlay.json"), List.of(textures));
        size = textures.addresses().values().iterator().next().length;
    }

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(own.resolve("work"));
    }

    @Test
    void goesOnBehindWhatIsOnDiskWhenKilledDuringDownload() throws Exception {
        try (Publisher publisher = publisher()) {
            publisher.slowDownTo(size / 12);
            try (MavenBuild.Running running = prepare(publisher).start()) {
                await(running, () -> publisher.sent() > size / 2);
                running.kill();
            }
            long before = publisher.sent();
            assertThat(before).as("killed before the end").isLessThan(size);
            publisher.slowDownTo(Long.MAX_VALUE);
            prepare(publisher).run().succeeds().counts(1, 0, 0);
            assertThat(publisher.sent())
                    .as("bytes handed out in both runs, of a file of " + size + "; " + publisher.requests())
                    .isLessThanOrEqualTo(size + CONNECTIONS * IN_FLIGHT);
            assertWhole();
        }
    }

    @Test
    void asksForNothingAgainWhenKilledDuringUnpacking() throws Exception {
        try (Publisher publisher = publisher()) {
            try (MavenBuild.Running running = prepare(publisher).start()) {
                await(running, () -> publisher.sent() >= size && staged() > 0);
                running.kill();
            }
            assertThat(own.resolve("root/.datasets/dtd.json")).doesNotExist();
            prepare(publisher).run().succeeds().counts(1, 0, 0);
            assertThat(publisher.sent())
                    .as("bytes handed out in both runs, of a file of " + size + "; " + publisher.requests())
                    .isLessThanOrEqualTo(size + CONNECTIONS * IN_FLIGHT);
            assertWhole();
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void losesNextToNothingHoweverOftenItIsKilled() throws Exception {
        try (Publisher publisher = publisher()) {
            for (int kill = 1; kill <= KILLS; kill++) {
                long moment = size * kill / (KILLS + 1);
                long lost = kill * LOST_PER_KILL;
                publisher.stopAt(moment);
                try (MavenBuild.Running running = prepare(publisher).start()) {
                    await(running, () -> publisher.sent() >= moment && noted() >= publisher.sent() - lost);
                    running.kill();
                }
            }
            publisher.stopAt(Long.MAX_VALUE);
            prepare(publisher).run().succeeds().counts(1, 0, 0);
            assertThat(publisher.sent())
                    .as("bytes handed out in all runs, of a file of " + size + "; " + publisher.requests())
                    .isLessThanOrEqualTo(size + KILLS * LOST_PER_KILL + CONNECTIONS * IN_FLIGHT);
            assertWhole();
        }
    }

    /** How many bytes of the file the map beside it says are there, each counted once: lines of a checksum, {@code have}, place and length. */
    private long noted() throws IOException {
        BitSet there = new BitSet();
        try (Stream<Path> files = Files.walk(cache())) {
            for (Path map :
                    files.filter(file -> file.toString().endsWith(".part.map")).toList()) {
                String text = Files.readString(map);
                String written = text.substring(0, text.lastIndexOf('\n') + 1); // the rest is being written
                for (String line : written.lines().toList()) {
                    String[] words = line.split(" ", 4);
                    if (words.length == 4 && words[1].equals("have")) {
                        int from = Integer.parseInt(words[2]);
                        there.set(from, from + Integer.parseInt(words[3]));
                    }
                }
            }
        }
        return there.cardinality();
    }

    private Path cache() throws IOException {
        return Files.createDirectories(own.resolve("cache"));
    }

    private static Publisher publisher() throws IOException {
        Publisher publisher = new Publisher();
        textures.addresses().forEach(publisher::publish);
        return publisher;
    }

    private MavenBuild prepare(Publisher publisher) throws IOException {
        return MavenBuild.in(own.resolve("work"))
                .with(
                        goal("prepare"),
                        "-Ddatasets=dtd",
                        "-Ddatasets.root=" + own.resolve("root"),
                        "-Ddatasets.cache=" + cache(),
                        "-Ddatasets.mirror=" + publisher.base(),
                        "-Ddatasets.connections=" + CONNECTIONS,
                        "-Ddatasets.catalogs=" + overlay);
    }

    private interface Moment {
        boolean hasCome() throws IOException;
    }

    private static void await(MavenBuild.Running running, Moment moment) throws Exception {
        while (!moment.hasCome()) {
            if (!running.isAlive()) {
                throw new AssertionError("too late to kill it:\n" + running.output());
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private long staged() throws IOException {
        Path staging = own.resolve("root/.datasets/dtd.staging/tree/dtd/images/banded");
        if (!Files.isDirectory(staging)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(staging)) {
            return files.limit(1).count();
        }
    }

    private void assertWhole() throws IOException {
        Map<String, String> found = PreparedTree.digests(own.resolve("root/classification/dtd"));
        assertThat(found).hasSameSizeAs(textures.tree());
        textures.tree().forEach((path, content) -> assertThat(found).containsEntry(path, Digest.sha256(content)));
        assertThat(own.resolve("root/.datasets/dtd.staging")).doesNotExist();
    }
}
