package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.digest;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CacheTest {
    private static final byte[] FILE = content(1000);
    private static final URI NOWHERE = URI.create("http://localhost:9/f");

    @TempDir
    Path folder;

    private Path manual;
    private Cache cache;

    @BeforeEach
    void create() throws IOException {
        manual = Files.createDirectories(folder.resolve("manual/set")).getParent();
        cache = Cache.at(folder.resolve("cache"), Optional.of(manual));
        Files.createDirectories(cache.root());
    }

    private static FetchRequest file() {
        return request(proven(FILE), NOWHERE);
    }

    @Test
    void takesAFileFetchedByHandFirst() throws IOException {
        Path inDataset = Files.write(manual.resolve("set/file.bin"), FILE);
        Files.write(manual.resolve("file.bin"), content(5));
        Fetched found = cache.find(file()).orElseThrow();
        assertThat(found.path()).isEqualTo(inDataset);
        assertThat(found.sha256()).contains(digest(Algorithm.SHA256, FILE));
        assertThat(found.origin()).isEmpty();
        assertThat(manual).isDirectoryNotContaining("glob:**.proof");
    }

    @Test
    void refusesAWrongFileFetchedByHandAndLeavesIt() throws IOException {
        byte[] other = content(999);
        Path wrong = Files.write(manual.resolve("file.bin"), java.util.Arrays.copyOf(other, 1000));
        assertThatThrownBy(() -> cache.find(file()))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining(wrong.toString())
                .hasMessageContaining("expected " + digest(Algorithm.SHA256, FILE))
                .hasMessageContaining("found ");
        Files.write(wrong, content(7));
        assertThatThrownBy(() -> cache.find(file())).hasMessageContaining("expected 1000 bytes, found 7");
        assertThat(wrong).exists();
    }

    @Test
    void takesAFileThatLiesLooseInTheCacheAndIgnoresAWrongOne() throws IOException {
        Path loose = Files.write(cache.root().resolve("file.bin"), FILE);
        assertThat(cache.find(file())).map(Fetched::path).contains(loose);
        Files.write(loose, content(3));
        assertThat(cache.find(file())).isEmpty();
        assertThat(loose).exists();
    }

    @Test
    void setsAWrongFileOfItsOwnAside() throws IOException {
        CacheEntry entry = cache.entry(file());
        cache.create(entry);
        Files.write(entry.file(), content(12));
        assertThat(cache.find(file())).isEmpty();
        assertThat(entry.file()).doesNotExist();
        assertThat(entry.wrong()).exists();
    }

    @Test
    void doesNotReadAnUnchangedFileAgain() throws IOException {
        CacheEntry entry = cache.entry(file());
        cache.create(entry);
        Files.write(entry.file(), FILE);
        FileTime time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(entry.file(), time);
        assertThat(cache.find(file())).isPresent();
        byte[] damaged = FILE.clone();
        damaged[0]++;
        Files.write(entry.file(), damaged);
        Files.setLastModifiedTime(entry.file(), time);
        assertThat(cache.find(file())).as("same size, time and inode").isPresent();
        Files.setLastModifiedTime(entry.file(), FileTime.from(Instant.parse("2026-01-01T00:00:01Z")));
        assertThat(cache.find(file())).as("touched").isEmpty();
    }

    @Test
    void enforcesWhatTheFirstUseFound() throws Exception {
        FetchRequest unknown = request(Expectation.of(FileKind.ANY), NOWHERE);
        try (FaultyServer server = FaultyServer.start().serve("/f", FILE)) {
            FetchRequest served = request(Expectation.of(FileKind.ANY), server.uri("/f"));
            Fetched first = fetch(cache.root(), served);
            Files.write(first.path(), content(77));
            assertThat(cache.find(served)).isEmpty();
        }
        assertThat(cache.find(unknown)).isEmpty();
    }

    @Test
    void glancesWithoutReading() throws IOException {
        assertThat(cache.glance(file())).isEmpty();
        Files.write(manual.resolve("file.bin"), content(1000));
        assertThat(cache.glance(file())).contains(manual.resolve("file.bin"));
        assertThat(cache.resumable(file())).isZero();
    }

    @Test
    void defaultsToTheUsersCacheFolder() {
        Path home = Path.of("/home/me");
        assertThat(Cache.defaultRoot(Map.of(), home)).isEqualTo(Path.of("/home/me/.cache/datasets-maven-plugin"));
        assertThat(Cache.defaultRoot(Map.of("XDG_CACHE_HOME", "/var/c"), home))
                .isEqualTo(Path.of("/var/c/datasets-maven-plugin"));
    }
}
