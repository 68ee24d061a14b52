package io.evaldata.datasets.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.ArchiveFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedArchiveTest {
    private static final Map<String, byte[]> FILES =
            Archives.files("a.txt", "alpha".repeat(40), "images/b.txt", "beta", "c.txt", "gamma");

    private final Extractor extractor = new Extractor(Limits.of(1 << 20, 1000), 2, ExtractionListener.NONE);

    @TempDir
    private Path folder;

    private int attempts;

    @Test
    void noticesAZipThatIsCutShortAnywhere() {
        byte[] zip = Archives.zip(FILES);
        for (int length = 0; length < zip.length; length++) {
            assertFails(Arrays.copyOf(zip, length), ArchiveFormat.ZIP);
        }
        assertThatThrownBy(() -> extract(Arrays.copyOf(zip, 200), ArchiveFormat.ZIP))
                .hasMessageContaining("test.archive is cut short: it ends after 200 bytes");
    }

    @Test
    void noticesATarGzThatIsCutShortAnywhere() {
        byte[] tarGz = Archives.gzip(Archives.tar(FILES));
        for (int length = 0; length < tarGz.length; length++) {
            assertFails(Arrays.copyOf(tarGz, length), ArchiveFormat.TAR_GZ);
        }
    }

    @Test
    void noticesATarThatIsCutShortAnywhere() {
        byte[] tar = new TarBytes().file("a", 700).file("b", 0).file("c", 512).bytesWithoutEnd();
        for (int length = 0; length <= tar.length; length++) {
            assertFails(Arrays.copyOf(tar, length), ArchiveFormat.TAR);
        }
        assertThatThrownBy(() -> extract(Arrays.copyOf(tar, 600), ArchiveFormat.TAR))
                .hasMessageContaining("it ends after 600 bytes, of at least 1212, in member 'a'");
    }

    @Test
    void noticesATarBz2ThatIsCutShort() {
        byte[] tarBz2 = Archives.bzip2(Archives.tar(FILES));
        for (int length = 0; length < tarBz2.length; length += 5) {
            byte[] cut = Arrays.copyOf(tarBz2, length);
            assertThatThrownBy(() -> extract(cut, ArchiveFormat.TAR_BZ2)).isNotNull();
        }
    }

    @Test
    void noticesEveryChangedByteOfAStoredZip() {
        byte[] stored = Archives.zip(Map.of("a", random(300)), ZipEntry.STORED);
        for (int i = 40; i < 300; i++) {
            assertFails(changed(stored, i), ArchiveFormat.ZIP);
        }
    }

    /** A changed byte may by chance mean the same: among zeros, any distance back leads to a zero. */
    @Test
    void neverTakesAChangedTarGzForOtherContent() throws Exception {
        byte[] content = random(300);
        byte[] tarGz = Archives.gzip(Archives.tar(Map.of("a", content)));
        int noticed = 0;
        for (int i = 10; i < tarGz.length; i++) {
            try {
                extract(changed(tarGz, i), ArchiveFormat.TAR_GZ);
                assertThat(folder.resolve(attempts + "/a")).hasBinaryContent(content);
            } catch (DatasetsException e) {
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(tarGz.length - 40);
    }

    @Test
    void noticesAChangedTrailerOfGzip() {
        byte[] tarGz = Archives.gzip(Archives.tar(FILES));
        for (int i = tarGz.length - 8; i < tarGz.length; i++) {
            assertFails(changed(tarGz, i), ArchiveFormat.TAR_GZ);
        }
    }

    @Test
    void noticesAChangedTarHeader() {
        byte[] tar = Archives.tar(FILES);
        for (int i = 0; i < 512; i++) {
            boolean partOfTheChecksum = i >= 148 && i < 156;
            if (!partOfTheChecksum) {
                assertFails(changed(tar, i), ArchiveFormat.TAR);
            }
        }
    }

    @Test
    void noticesSomethingElseBehindGzip() {
        byte[] archive = Archives.joined(Archives.gzip(Archives.tar(FILES)), new byte[] {1, 2, 3});
        assertFails(archive, ArchiveFormat.TAR_GZ);
    }

    @ParameterizedTest
    @CsvSource({
        "ZIP, <!DOCTYPE html><html>Sign in to download this large file</html>, HTML",
        "TAR_GZ, '  <html><body>quota', HTML",
        "TAR, <?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>, XML",
        "ZIP, version https://git-lfs.github.com/spec/v1, Git LFS",
        "TAR_BZ2, '{\"error\": \"gated\"}', JSON",
        "TAR_GZ, '', ends after 0 bytes"
    })
    void saysWhatAFileOfAnotherTypeIs(ArchiveFormat format, String content, String found) {
        assertThatThrownBy(() -> extract(content.getBytes(StandardCharsets.UTF_8), format))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("test.archive")
                .hasMessageContaining(found);
    }

    @Test
    void saysWhichArchiveIsMistakenForWhich() {
        byte[] zip = Archives.zip(FILES);
        byte[] tar = Archives.tar(FILES);
        byte[] tarGz = Archives.gzip(tar);
        assertMistaken(tarGz, ArchiveFormat.ZIP, "expected zip, found gzip");
        assertMistaken(tar, ArchiveFormat.ZIP, "expected zip, found tar");
        assertMistaken(zip, ArchiveFormat.TAR_GZ, "expected gzip, found zip");
        assertMistaken(tar, ArchiveFormat.TAR_GZ, "expected gzip, found tar");
        assertMistaken(zip, ArchiveFormat.TAR, "expected tar, found zip");
        assertMistaken(tarGz, ArchiveFormat.TAR, "expected tar, found gzip");
        assertMistaken(zip, ArchiveFormat.TAR_BZ2, "expected bzip2, found zip");
    }

    private void assertMistaken(byte[] archive, ArchiveFormat format, String said) {
        assertThatThrownBy(() -> extract(archive, format))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining(said);
    }

    private void assertFails(byte[] archive, ArchiveFormat format) {
        assertThatThrownBy(() -> extract(archive, format))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("test.archive")
                .satisfies(e -> assertThat(((DatasetsException) e).remedy()).isNotEmpty());
    }

    private void extract(byte[] archive, ArchiveFormat format) throws Exception {
        attempts++;
        extractor.extract(Archives.source(archive), format, folder.resolve("" + attempts), Routings.ALL);
    }

    private static byte[] random(int length) {
        byte[] content = new byte[length];
        new Random(1).nextBytes(content);
        return content;
    }

    private static byte[] changed(byte[] bytes, int index) {
        byte[] changed = bytes.clone();
        changed[index] ^= 0x10;
        return changed;
    }
}
