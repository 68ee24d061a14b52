package io.evaldata.datasets.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.evaldata.datasets.catalog.ArchiveFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractorTest {
    private static final Map<String, byte[]> FILES =
            Archives.files("a.txt", "alpha", "images/", "", "images/b.txt", "beta", "images/deep/c.txt", "");

    private final Extractor extractor = new Extractor(Limits.of(1 << 20, 1000), 2, ExtractionListener.NONE);

    @TempDir
    private Path into;

    @Test
    void unpacksZip() throws Exception {
        extract(Archives.zip(FILES), ArchiveFormat.ZIP, Routings.ALL);
        assertUnpacked();
    }

    @Test
    void unpacksStoredZip() throws Exception {
        extract(Archives.zip(FILES, ZipEntry.STORED), ArchiveFormat.ZIP, Routings.ALL);
        assertUnpacked();
    }

    @Test
    void unpacksTar() throws Exception {
        extract(Archives.tar(FILES), ArchiveFormat.TAR, Routings.ALL);
        assertUnpacked();
    }

    @Test
    void unpacksTarGz() throws Exception {
        extract(Archives.gzip(Archives.tar(FILES)), ArchiveFormat.TAR_GZ, Routings.ALL);
        assertUnpacked();
    }

    @Test
    void unpacksTarBz2() throws Exception {
        extract(Archives.bzip2(Archives.tar(FILES)), ArchiveFormat.TAR_BZ2, Routings.ALL);
        assertUnpacked();
    }

    @Test
    void tellsSizeAndChecksumOfEveryFile() throws Exception {
        Extraction extraction = extract(Archives.zip(FILES), ArchiveFormat.ZIP, Routings.ALL);

        assertThat(extraction.files())
                .containsExactly(
                        written("a.txt", "alpha"), written("images/b.txt", "beta"), written("images/deep/c.txt", ""));
        assertThat(extraction.members()).isEqualTo(4);
        assertThat(extraction.bytes()).isEqualTo(9);
    }

    @Test
    void leavesOutWhatIsRoutedNowhere() throws Exception {
        extract(
                Archives.tar(FILES),
                ArchiveFormat.TAR,
                member -> member.name().equals("images/b.txt") ? Route.write("only.txt") : Route.skip());
        assertThat(Trees.read(into)).containsExactly(entry("only.txt", "beta"));
    }

    @Test
    void writesOneMemberToSeveralPlaces() throws Exception {
        Routing routing = member -> member.name().equals("a.txt") ? Route.write("x/1.txt", "y/2.txt") : Route.skip();
        Extraction extraction = extract(Archives.zip(FILES), ArchiveFormat.ZIP, routing);

        assertThat(Trees.read(into)).containsEntry("x/1.txt", "alpha").containsEntry("y/2.txt", "alpha");
        assertThat(extraction.files()).containsExactly(written("x/1.txt", "alpha"), written("y/2.txt", "alpha"));
    }

    @Test
    void convertsOnTheWay() throws Exception {
        Conversion upper = (member, content) -> List.of(NewFile.of(
                member.name() + ".upper",
                new String(content, StandardCharsets.UTF_8)
                        .toUpperCase(Locale.ROOT)
                        .getBytes(StandardCharsets.UTF_8)));
        Routing routing = member -> !member.isFile()
                ? Route.skip()
                : member.name().equals("a.txt") ? new Route.Convert(List.of("a.txt"), upper) : Route.convert(upper);
        for (ArchiveFormat format : List.of(ArchiveFormat.ZIP, ArchiveFormat.TAR)) {
            byte[] archive = format == ArchiveFormat.ZIP ? Archives.zip(FILES) : Archives.tar(FILES);
            Extraction extraction =
                    extractor.extract(Archives.source(archive), format, into.resolve(format.name()), routing);
            assertThat(extraction.files())
                    .containsExactly(
                            written("a.txt", "alpha"),
                            written("a.txt.upper", "ALPHA"),
                            written("images/b.txt.upper", "BETA"),
                            written("images/deep/c.txt.upper", ""));
        }
    }

    @Test
    void descendsIntoInnerArchives() throws Exception {
        byte[] tarGz = Archives.gzip(Archives.tar(FILES));
        byte[] zip = Archives.zip(FILES);
        Map<String, byte[]> inner = Map.of("in/inner.tar.gz", tarGz, "in/inner.zip", zip);
        Routing routing = member -> Route.descend(
                ArchiveFormat.ofName(member.name()),
                innerMember -> innerMember.isFile()
                        ? Route.write(member.fileName() + "/" + innerMember.name())
                        : Route.skip());
        for (byte[] outer : List.of(Archives.zip(inner), Archives.zip(inner, ZipEntry.STORED))) {
            Path folder = into.resolve("zip" + outer.length);
            Extraction extraction = extractor.extract(Archives.source(outer), ArchiveFormat.ZIP, folder, routing);
            assertThat(extraction.files()).hasSize(6);
            assertThat(Trees.read(folder)).containsEntry("inner.tar.gz/images/b.txt", "beta");
            assertThat(Trees.read(folder)).containsEntry("inner.zip/images/b.txt", "beta");
        }
        Path folder = into.resolve("tar");
        extractor.extract(Archives.source(Archives.tar(inner)), ArchiveFormat.TAR, folder, routing);
        assertThat(Trees.read(folder)).containsEntry("inner.tar.gz/images/b.txt", "beta");
        assertThat(Trees.read(folder)).containsEntry("inner.zip/images/b.txt", "beta");
    }

    @Test
    void leavesOutWhatMacOsLeft() throws Exception {
        Map<String, byte[]> files = Archives.files("__MACOSX/x/._a.jpg", "1", "x/._a.jpg", "2", "x/a.jpg", "3");
        extract(Archives.zip(files), ArchiveFormat.ZIP, Routings.ALL);
        assertThat(Trees.read(into)).containsExactly(entry("x", "<dir>"), entry("x/a.jpg", "3"));
    }

    @Test
    void normalisesNames() throws Exception {
        extract(
                Archives.tar(Archives.files("./", "", "./a//b.txt", "1", "c/./d.txt", "2")),
                ArchiveFormat.TAR,
                Routings.ALL);
        assertThat(Trees.read(into))
                .containsEntry("a/b.txt", "1")
                .containsEntry("c/d.txt", "2")
                .hasSize(4);
    }

    private Extraction extract(byte[] archive, ArchiveFormat format, Routing routing)
            throws IOException, InterruptedException {
        return extractor.extract(Archives.source(archive), format, into, routing);
    }

    private void assertUnpacked() throws IOException {
        assertThat(Trees.read(into))
                .containsExactly(
                        entry("a.txt", "alpha"),
                        entry("images", "<dir>"),
                        entry("images/b.txt", "beta"),
                        entry("images/deep", "<dir>"),
                        entry("images/deep/c.txt", ""));
    }

    private static WrittenFile written(String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return new WrittenFile(path, bytes.length, (int) crc.getValue());
    }
}
