package io.evaldata.datasets.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Members written in order, with one fixed time and mode, so that the same members give the same bytes. */
final class SampleArchive {
    private static final LocalDateTime TIME = LocalDateTime.of(2017, 9, 1, 12, 0);
    private static final int FILE_MODE = 0100644;
    private static final int FOLDER_MODE = 040755;

    /** The first bytes of an AppleDouble file (RFC 1740), which macOS adds to archives as a file's twin. */
    private static final byte[] APPLE_DOUBLE = {0, 5, 22, 7, 0, 2, 0, 0, 'M', 'a', 'c', ' ', 'O', 'S', ' ', 'X'};

    private final Map<String, byte[]> members = new LinkedHashMap<>();

    /** Adds a file, and before it the folders above it that are new. */
    SampleArchive add(String name, byte[] content) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            members.putIfAbsent(name.substring(0, slash + 1), new byte[0]);
        }
        members.put(name, content);
        return this;
    }

    SampleArchive add(String name, String text) {
        return add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds what macOS leaves beside a file in an archive: bytes that are no picture, under a picture's name. */
    SampleArchive addAppleDouble(String name) {
        return add(name, APPLE_DOUBLE.clone());
    }

    byte[] zip() throws IOException {
        try (SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel()) {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> member : members.entrySet()) {
                    ZipArchiveEntry entry = new ZipArchiveEntry(member.getKey());
                    // Zip times are local without a zone: the same bytes wherever the build runs.
                    entry.setTimeLocal(TIME);
                    entry.setUnixMode(entry.isDirectory() ? FOLDER_MODE : FILE_MODE);
                    zip.putArchiveEntry(entry);
                    zip.write(member.getValue());
                    zip.closeArchiveEntry();
                }
            }
            byte[] zip = new byte[(int) bytes.size()];
            System.arraycopy(bytes.array(), 0, zip, 0, zip.length);
            return zip;
        }
    }

    byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writeTar(bytes);
        return bytes.toByteArray();
    }

    byte[] tarGz() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(bytes)) {
            writeTar(gzip);
        }
        return bytes.toByteArray();
    }

    private void writeTar(OutputStream out) throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
            entry.setModTime(TIME.toInstant(ZoneOffset.UTC).toEpochMilli());
            entry.setMode(entry.isDirectory() ? FOLDER_MODE : FILE_MODE);
            entry.setIds(0, 0);
            entry.setNames("", "");
            entry.setSize(member.getValue().length);
            tar.putArchiveEntry(entry);
            tar.write(member.getValue());
            tar.closeArchiveEntry();
        }
        tar.finish();
    }
}
