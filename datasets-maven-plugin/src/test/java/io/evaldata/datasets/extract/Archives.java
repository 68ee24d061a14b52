package io.evaldata.datasets.extract;

import io.evaldata.datasets.io.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Tiny archives in the true formats, in memory. */
final class Archives {
    private Archives() {}

    /** Files for an archive: name and content in turn; a name that ends in a slash is a directory. */
    static Map<String, byte[]> files(String... namesAndContents) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put(namesAndContents[i], namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    static byte[] zip(Map<String, byte[]> files) {
        return zip(files, java.util.zip.ZipEntry.DEFLATED);
    }

    static byte[] zip(Map<String, byte[]> files, int method) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    java.util.zip.ZipEntry entry = new java.util.zip.ZipEntry(file.getKey());
                    entry.setMethod(method);
                    entry.setSize(file.getValue().length);
                    CRC32 crc = new CRC32();
                    crc.update(file.getValue());
                    entry.setCrc(crc.getValue());
                    zip.putNextEntry(entry);
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    static byte[] tar(Map<String, byte[]> files) {
        return written(out -> {
            try (TarArchiveOutputStream tar = tarTo(out)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                    entry.setSize(file.getValue().length);
                    put(tar, entry, file.getValue());
                }
            }
        });
    }

    /** A tar writer that uses GNU long names. */
    static TarArchiveOutputStream tarTo(OutputStream out) {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
        return tar;
    }

    static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static byte[] gzip(byte[] content) {
        return written(out -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(content);
            }
        });
    }

    static byte[] bzip2(byte[] content) {
        return written(out -> {
            try (BZip2CompressorOutputStream bzip2 = new BZip2CompressorOutputStream(out)) {
                bzip2.write(content);
            }
        });
    }

    static byte[] joined(byte[]... parts) {
        return written(out -> {
            for (byte[] part : parts) {
                out.write(part);
            }
        });
    }

    /** A source of these bytes, called {@code test.archive}. */
    static ByteSource source(byte[] archive) {
        return new BytesInMemory(ByteBuffer.wrap(archive), "test.archive");
    }

    /** What writes an archive. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
