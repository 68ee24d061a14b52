package io.evaldata.datasets.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.ArchiveFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {
    @TempDir
    private Path folder;

    private Path into;
    private Path outside;

    @BeforeEach
    void makeFolders() throws Exception {
        into = Files.createDirectories(folder.resolve("into"));
        outside = Files.createDirectories(folder.resolve("outside"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside/x",
                "a/../../outside/x",
                "a/..",
                "/outside/x",
                "//outside/x",
                "C:/outside/x",
                "c:x",
                "..\\outside\\x",
                "a\\..\\..\\x",
                "\\outside\\x",
                "a\u0001b",
                "a\nb"
            })
    void refusesNamesThatEscapeFromAZip(String name) {
        assertRefused(new ZipBytes().add("before.txt", "1").add(name, "x").bytes(), ArchiveFormat.ZIP, "member '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/x", "a/../../outside/x", "/outside/x", "C:/x", "..\\outside\\x", "a\\b"})
    void refusesNamesThatEscapeFromATar(String name) {
        assertRefused(new TarBytes().file(name, 1).bytes(), ArchiveFormat.TAR, "member '" + name + "'");
        assertRefused(new TarBytes().pax('x', "path=" + name).file("x", 1).bytes(), ArchiveFormat.TAR, name);
        byte[] longName = name.getBytes(StandardCharsets.UTF_8);
        assertRefused(new TarBytes().add('L', "l", "", longName).file("x", 1).bytes(), ArchiveFormat.TAR, name);
    }

    @Test
    void refusesNamesThatEscapeEvenWhenNothingIsRouted() {
        byte[] zip = new ZipBytes().add("../x", "x").bytes();
        assertThatThrownBy(() -> extract(zip, ArchiveFormat.ZIP, member -> Route.skip()))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("test.archive")
                .hasMessageContaining("../x");
    }

    @Test
    void refusesANameWithANul() {
        assertRefused(new ZipBytes().add("a\u0000b", "x").bytes(), ArchiveFormat.ZIP, "\\u0000");
    }

    @Test
    void refusesASegmentThatIsTooLong() {
        String name = "\u00e9".repeat(128) + ".jpg";
        ZipBytes.Fields fields = new ZipBytes.Fields(name, "x");
        fields.flags = 1 << 11;
        assertRefused(new ZipBytes().add(fields).bytes(), ArchiveFormat.ZIP, "255");
    }

    @Test
    void refusesRoutesThatLeaveTheFolder() {
        byte[] zip = new ZipBytes().add("x", "x").bytes();
        for (String path : List.of("../x", "/x", "", ".", "a\\b")) {
            assertThatThrownBy(() -> extract(zip, ArchiveFormat.ZIP, member -> Route.write(path)))
                    .isInstanceOf(DatasetsException.class)
                    .hasMessageContaining("'x'");
        }
    }

    @Test
    void refusesConvertedFilesThatLeaveTheFolder() {
        byte[] zip = new ZipBytes().add("x", "x").bytes();
        Route route = Route.convert((member, content) -> List.of(NewFile.of("../outside/x", content)));
        assertThatThrownBy(() -> extract(zip, ArchiveFormat.ZIP, member -> route))
                .isInstanceOf(DatasetsException.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void neverWritesThroughALinkThatIsThere() throws Exception {
        Files.createSymbolicLink(into.resolve("images"), outside);
        byte[] zip = new ZipBytes().add("images/x.jpg", "x").bytes();
        assertRefused(zip, ArchiveFormat.ZIP, "images");
    }

    @Test
    void neverWritesThroughALinkInPlaceOfTheFile() throws Exception {
        Files.createSymbolicLink(into.resolve("x.jpg"), outside.resolve("new.jpg"));
        assertRefused(new ZipBytes().add("x.jpg", "x").bytes(), ArchiveFormat.ZIP, "x.jpg");
    }

    @Test
    void neverReplacesAFileThatIsThere() throws Exception {
        Files.writeString(into.resolve("x.jpg"), "mine");
        assertRefused(new ZipBytes().add("x.jpg", "x").bytes(), ArchiveFormat.ZIP, "x.jpg");
        assertThat(into.resolve("x.jpg")).hasContent("mine");
    }

    @Test
    void refusesSymbolicLinksAndWhatIsWrittenThroughThem() {
        byte[] tar = new TarBytes()
                .link('2', "images", "../outside")
                .file("images/x.jpg", 1)
                .bytes();
        assertRefused(tar, ArchiveFormat.TAR, "symbolic link");
    }

    @Test
    void leavesOutSymbolicLinksThatAreNotRouted() throws Exception {
        byte[] tar = new TarBytes()
                .link('2', "images", "../outside")
                .file("images/x.jpg", 1)
                .bytes();
        extract(tar, ArchiveFormat.TAR, member -> member.isFile() ? Route.write(member.name()) : Route.skip());
        assertThat(into.resolve("images/x.jpg")).hasSize(1);
        assertThat(Files.isSymbolicLink(into.resolve("images"))).isFalse();
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void refusesSymbolicLinksInAZip() {
        ZipBytes.Fields fields = new ZipBytes.Fields("link", "../outside");
        fields.mode = 0xa1ff;
        assertRefused(new ZipBytes().add(fields).bytes(), ArchiveFormat.ZIP, "symbolic link");
    }

    @Test
    void copiesWhatAHardLinkNames() throws Exception {
        byte[] tar =
                new TarBytes().file("a.jpg", 5).link('1', "b.jpg", "./a.jpg").bytes();
        Extraction extraction = extract(tar, ArchiveFormat.TAR, Routings.ALL);
        assertThat(extraction.files()).extracting(WrittenFile::path).containsExactly("a.jpg", "b.jpg");
        assertThat(into.resolve("b.jpg")).hasSameBinaryContentAs(into.resolve("a.jpg"));
        assertThat(Files.getAttribute(into.resolve("a.jpg"), "unix:nlink")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "missing.jpg"})
    void refusesHardLinksToWhatWasNotUnpacked(String to) throws Exception {
        Files.writeString(folder.resolve("secret"), "secret");
        assertRefused(new TarBytes().link('1', "b.jpg", to).bytes(), ArchiveFormat.TAR, "b.jpg");
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void refusesDevices() {
        assertRefused(new TarBytes().link('3', "null", "").bytes(), ArchiveFormat.TAR, "neither a file");
    }

    @Test
    void refusesTwoDifferentFilesForOnePath() {
        assertConflict(new ZipBytes().add("a.txt", "1").add("a.txt", "2").bytes(), ArchiveFormat.ZIP);
        assertConflict(new TarBytes().file("a.txt", 1).file("a.txt", 2).bytes(), ArchiveFormat.TAR);
        assertConflict(
                new TarBytes().file("a.txt", 1 << 21).file("a.txt", 1 << 20).bytes(), ArchiveFormat.TAR);
    }

    @Test
    void acceptsTheSameFileTwice() throws Exception {
        byte[] zip = new ZipBytes().add("a.txt", "1").add("./a.txt", "1").bytes();
        assertThat(extract(zip, ArchiveFormat.ZIP, Routings.ALL).files()).hasSize(1);
        byte[] tar = new TarBytes()
                .file("b.txt", 7)
                .file("./b.txt", 7)
                .file("c", 1 << 21)
                .file("c", 1 << 21)
                .bytes();
        assertThat(extract(tar, ArchiveFormat.TAR, Routings.ALL).files()).hasSize(2);
    }

    @Test
    void stopsAtTooManyMembers() {
        assertThatThrownBy(() -> extractor(new Limits(100, 2, 10))
                        .extract(
                                Archives.source(new TarBytes()
                                        .file("a", 1)
                                        .file("b", 1)
                                        .file("c", 1)
                                        .bytes()),
                                ArchiveFormat.TAR,
                                into,
                                Routings.ALL))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("2 members");
    }

    @Test
    void stopsAtTooManyBytes() {
        for (ArchiveFormat format : List.of(ArchiveFormat.TAR, ArchiveFormat.ZIP)) {
            Map<String, byte[]> files = Map.of("a", new byte[60], "b", new byte[60]);
            byte[] archive = format == ArchiveFormat.ZIP ? Archives.zip(files) : Archives.tar(files);
            assertThatThrownBy(() -> extractor(new Limits(100, 10, 10))
                            .extract(Archives.source(archive), format, into.resolve(format.name()), Routings.ALL))
                    .isInstanceOf(DatasetsException.class)
                    .hasMessageContaining("100");
        }
    }

    @Test
    void stopsAtAnIncredibleRatio() {
        byte[] zeros = new byte[40 << 20];
        byte[] zip = Archives.zip(Map.of("a", zeros));
        byte[] tarGz = Archives.gzip(Archives.tar(Map.of("a", zeros)));
        assertRefused(zip, ArchiveFormat.ZIP, "unfolds");
        assertThatThrownBy(() -> extract(tarGz, ArchiveFormat.TAR_GZ, member -> Route.skip()))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("unfolds");
    }

    @Test
    void stopsAtAnIncredibleRatioOfBzip2ThatIsOnlyPassedOver() {
        byte[] tarBz2 = Archives.bzip2(Archives.tar(Map.of("a", new byte[40 << 20])));
        assertThatThrownBy(() -> extract(tarBz2, ArchiveFormat.TAR_BZ2, member -> Route.skip()))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("unfolds");
    }

    /** Its padding would make it a negative number of bytes to pass over. */
    @Test
    void refusesAMemberOfTheLargestSizeThereIs() {
        byte[] tar = new TarBytes()
                .pax('x', "size=" + Long.MAX_VALUE)
                .file("a", 512)
                .file("b", 1)
                .bytes();
        assertThatThrownBy(() -> extract(tar, ArchiveFormat.TAR, member -> Route.skip()))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesMembersThatOverlap() {
        ZipBytes.Fields second = new ZipBytes.Fields("b", "1");
        second.offset = 0;
        assertRefused(new ZipBytes().add("a", "1").add(second).bytes(), ArchiveFormat.ZIP, "overlap");
    }

    @Test
    void refusesAMemberThatUnpacksToAnotherSize() {
        byte[] zip = Archives.zip(Map.of("a", new byte[1000]));
        int directory = zip.length - 22 - 47;
        for (int size : List.of(999, 1001)) {
            byte[] lying = zip.clone();
            lying[directory + 24] = (byte) size;
            lying[directory + 25] = (byte) (size >> 8);
            assertRefused(lying, ArchiveFormat.ZIP, "expected " + size);
        }
    }

    private void assertConflict(byte[] archive, ArchiveFormat format) {
        assertThatThrownBy(() -> extractor(Limits.of(1L << 40, 100))
                        .extract(Archives.source(archive), format, folder.resolve("c" + archive.length), Routings.ALL))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("a.txt")
                .hasMessageContaining("two different files");
    }

    private void assertRefused(byte[] archive, ArchiveFormat format, String said) {
        assertThatThrownBy(() -> extract(archive, format, Routings.ALL))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("test.archive")
                .hasMessageContaining(said);
        assertThat(outside).isEmptyDirectory();
    }

    private Extraction extract(byte[] archive, ArchiveFormat format, Routing routing) throws Exception {
        return extractor(Limits.of(1L << 40, 100)).extract(Archives.source(archive), format, into, routing);
    }

    private static Extractor extractor(Limits limits) {
        return new Extractor(limits, 2, ExtractionListener.NONE);
    }
}
