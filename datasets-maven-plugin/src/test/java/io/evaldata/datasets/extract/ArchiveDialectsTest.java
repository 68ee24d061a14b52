package io.evaldata.datasets.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.ArchiveFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The many ways in which zip and tar files write the same thing. */
class ArchiveDialectsTest {
    private final Extractor extractor = new Extractor(Limits.of(1L << 40, 1000), 2, ExtractionListener.NONE);

    @TempDir
    private Path into;

    @Test
    void readsZip64Fields() throws Exception {
        ZipBytes.Fields fields = new ZipBytes.Fields("a.txt", "alpha");
        fields.extra = ZipBytes.zip64Extra(5, 5, 0);
        fields.size = -1;
        fields.compressedSize = -1;
        fields.offset = 0xffffffffL;
        assertThat(unpack(new ZipBytes().add(fields).zip64Bytes(), ArchiveFormat.ZIP))
                .containsEntry("a.txt", "alpha");
    }

    @Test
    void readsZipsThatSomethingWasPutInFrontOf() throws Exception {
        byte[] zip = Archives.joined(
                "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8),
                new ZipBytes().add("a", "1").bytes());
        assertThat(unpack(zip, ArchiveFormat.ZIP)).containsEntry("a", "1");
    }

    @Test
    void readsNamesInTheEncodingThatAZipStates() throws Exception {
        ZipBytes.Fields old = new ZipBytes.Fields("x", "1");
        old.name = "caf\u00e9".getBytes(Charset.forName("IBM437"));
        ZipBytes.Fields utf8 = new ZipBytes.Fields("na\u00efve", "2");
        utf8.flags = 1 << 11;
        byte[] zip = new ZipBytes().add(old).add(utf8).bytes();
        assertThat(extract(
                                zip,
                                ArchiveFormat.ZIP,
                                member -> Route.write(
                                        "n" + member.name().codePoints().sum()))
                        .files())
                .extracting(WrittenFile::path)
                .containsExactlyInAnyOrder(
                        "n" + "caf\u00e9".codePoints().sum(),
                        "n" + "na\u00efve".codePoints().sum());
    }

    @Test
    void takesBackslashesInAZipForSlashes() throws Exception {
        assertThat(unpack(new ZipBytes().add("images\\a.txt", "1").bytes(), ArchiveFormat.ZIP))
                .containsEntry("images/a.txt", "1");
    }

    @Test
    void refusesEncryptedMembersAndUnknownMethods() {
        ZipBytes.Fields encrypted = new ZipBytes.Fields("secret", "1");
        encrypted.flags = 1;
        ZipBytes.Fields lzma = new ZipBytes.Fields("lzma", "1");
        lzma.method = 14;
        assertRefused(new ZipBytes().add(encrypted).bytes(), ArchiveFormat.ZIP, "encrypted");
        assertRefused(new ZipBytes().add(lzma).bytes(), ArchiveFormat.ZIP, "method 14");
    }

    @Test
    void readsBzip2MembersOfAZip() throws Exception {
        byte[] compressed = Archives.bzip2("alpha".getBytes(StandardCharsets.UTF_8));
        ZipBytes.Fields fields = new ZipBytes.Fields("a", "alpha");
        fields.content = compressed;
        fields.compressedSize = compressed.length;
        fields.method = ZipEntry.BZIP2;
        assertThat(unpack(new ZipBytes().add(fields).bytes(), ArchiveFormat.ZIP))
                .containsEntry("a", "alpha");
    }

    @Test
    void readsLongNamesOfEveryKind() throws Exception {
        String name = "d".repeat(120) + "/" + "e".repeat(120) + "/f.txt";
        for (int mode : List.of(TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX)) {
            byte[] tar = Archives.written(out -> {
                try (TarArchiveOutputStream stream = Archives.tarTo(out)) {
                    stream.setLongFileMode(mode);
                    TarArchiveEntry entry = new TarArchiveEntry(name);
                    entry.setSize(1);
                    Archives.put(stream, entry, new byte[] {'1'});
                }
            });
            Path folder = into.resolve("" + mode);
            extractor.extract(Archives.source(tar), ArchiveFormat.TAR, folder, Routings.ALL);
            assertThat(Trees.read(folder)).containsEntry(name, "1");
        }
    }

    @Test
    void readsTheUstarPrefix() throws Exception {
        byte[] header = TarBytes.header('0', "a.txt", "", "00000000001");
        TarBytes.put(header, 345, "some/prefix");
        assertThat(unpack(new TarBytes().add(header, new byte[] {'1'}).bytes(), ArchiveFormat.TAR))
                .containsEntry("some/prefix/a.txt", "1");
    }

    @Test
    void readsBinarySizes() throws Exception {
        byte[] header = TarBytes.header('0', "a.txt", "", "");
        header[124] = (byte) 0x80;
        header[135] = 3;
        assertThat(unpack(new TarBytes().add(header, new byte[] {'1', '2', '3'}).bytes(), ArchiveFormat.TAR))
                .containsEntry("a.txt", "123");
    }

    @Test
    void readsPaxPathsAndSizes() throws Exception {
        byte[] header = TarBytes.header('0', "short", "", "00000000000");
        byte[] tar = new TarBytes()
                .pax('g', "comment=made by git")
                .pax('x', "path=long/name.txt", "size=3", "mtime=1.5")
                .add(header, new byte[] {'1', '2', '3'})
                .file("next.txt", 0)
                .bytes();
        assertThat(unpack(tar, ArchiveFormat.TAR))
                .containsEntry("long/name.txt", "123")
                .containsEntry("next.txt", "");
    }

    @Test
    void passesOverSparseFilesThatAreNotRouted() throws Exception {
        byte[] header = TarBytes.header('S', "sparse", "", "00000000001");
        header[482] = 1;
        byte[] map = new byte[512];
        byte[] tar = new TarBytes().add(header, map).bytesWithoutEnd();
        byte[] whole = Archives.joined(
                tar, new byte[512], new TarBytes().file("next.txt", 2).bytes());
        Extraction extraction = extract(
                whole, ArchiveFormat.TAR, member -> member.isFile() ? Route.write(member.name()) : Route.skip());
        assertThat(extraction.files()).extracting(WrittenFile::path).containsExactly("next.txt");
        assertRefused(whole, ArchiveFormat.TAR, "sparse");
    }

    @Test
    void readsGzipMembersOneAfterTheOther() throws Exception {
        byte[] tar = Archives.tar(Map.of("a.txt", "alpha".getBytes(StandardCharsets.UTF_8)));
        byte[] first = Archives.gzip(Arrays.copyOf(tar, 300));
        byte[] second = Archives.gzip(Arrays.copyOfRange(tar, 300, tar.length));
        byte[] padded = Archives.joined(first, Archives.gzip(new byte[0]), second, new byte[700]);
        assertThat(unpack(padded, ArchiveFormat.TAR_GZ)).containsEntry("a.txt", "alpha");
    }

    @Test
    void readsGzipHeadersWithEveryField() throws Exception {
        byte[] gzip = Archives.gzip(Archives.tar(Map.of("a", new byte[] {'1'})));
        byte[] header = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, 'n', 0, 'c', 'c', 0, 7, 7};
        byte[] rest = Arrays.copyOfRange(gzip, 10, gzip.length);
        assertThat(unpack(Archives.joined(header, rest), ArchiveFormat.TAR_GZ)).containsEntry("a", "1");
    }

    private Map<String, String> unpack(byte[] archive, ArchiveFormat format) throws Exception {
        extract(archive, format, Routings.ALL);
        return Trees.read(into);
    }

    private Extraction extract(byte[] archive, ArchiveFormat format, Routing routing) throws Exception {
        return extractor.extract(Archives.source(archive), format, into, routing);
    }

    private void assertRefused(byte[] archive, ArchiveFormat format, String said) {
        assertThatThrownBy(() -> extractor.extract(
                        Archives.source(archive), format, into.resolve("refused" + archive.length), Routings.ALL))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining(said);
    }
}
