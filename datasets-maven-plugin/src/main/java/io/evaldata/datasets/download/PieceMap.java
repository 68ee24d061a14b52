package io.evaldata.datasets.download;

import io.evaldata.datasets.io.ByteRange;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * Which bytes of a part file are there, on disk beside it, so that a later process goes on where this one was ended.
 *
 * <p>A text file that only grows; every line is a CRC-32 in hex, a blank, and a record: {@code size <bytes>},
 * {@code from <url> <validator>}, or {@code have <offset> <length>}. Reading stops at the first line that is torn or does
 * not match its CRC, and writing goes on from there.
 *
 * <p>A {@code have} record is written after the bytes it speaks of were handed to the operating system. So whatever ends
 * the process, {@code kill -9} included, the map never claims a byte that is not in the file: both live in the same page
 * cache. A power cut is different, as the system may have stored the map and not yet the bytes. Syncing for that
 * would cost more than it saves; bytes lost so are found by the digest, which is computed over what is really in the file,
 * and the file is fetched again.
 *
 * <p>Safe for use by several threads.
 */
final class PieceMap implements Closeable {
    private static final int COMPACT_ABOVE = 1 << 16;
    private static final int BUFFER = 1 << 16;

    /** A validator is a header field, whose server's head may have 64 KiB; the address comes on top. */
    private static final int LONGEST_LINE = 1 << 18;

    private final FileChannel channel;
    private final Recorded recorded;

    private PieceMap(FileChannel channel, Recorded recorded) {
        this.channel = channel;
        this.recorded = recorded;
    }

    /** What a map says. */
    private static final class Recorded {
        final Ranges present = new Ranges();
        final Map<URI, String> validators = new HashMap<>();
        OptionalLong size = OptionalLong.empty();
        long length;

        void take(String record) {
            String[] words = record.split(" ", 3);
            switch (words[0]) {
                case "size" -> size = OptionalLong.of(Long.parseLong(words[1]));
                case "from" -> validators.put(URI.create(words[1]), words[2]);
                case "have" -> {
                    long offset = Long.parseLong(words[1]);
                    present.add(offset, offset + Long.parseLong(words[2]));
                }
                default -> throw new IllegalArgumentException("unknown record " + words[0]);
            }
        }
    }

    /** Opens the map, or begins one, without trusting anything behind the first damaged line. */
    static PieceMap open(Path file) throws IOException {
        Recorded recorded = replay(file);
        if (recorded.length > COMPACT_ABOVE) {
            recorded = compact(file, recorded);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(recorded.length);
        channel.position(recorded.length);
        return new PieceMap(channel, recorded);
    }

    /**
     * How many bytes the map says are there that a fetch would go on from; 0 without a map, and when a file of this machine
     * was changed since.
     *
     * @param proven whether a digest will tell when they are of another file; if none will, they need a validator
     */
    static long bytesIn(Path file, boolean proven) throws IOException {
        Recorded recorded = replay(file);
        boolean usable = proven || !recorded.validators.isEmpty();
        return usable && !isOutdated(recorded) ? recorded.present.total() : 0;
    }

    private static boolean isOutdated(Recorded recorded) throws IOException {
        for (Map.Entry<URI, String> from : recorded.validators.entrySet()) {
            if (FileTransport.isOutdated(from.getKey(), from.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static Recorded replay(Path file) throws IOException {
        Recorded recorded = new Recorded();
        if (!Files.exists(file)) {
            return recorded;
        }
        // Line by line: over TLS a record comes every 16 KiB, so that the map of a large file has megabytes itself.
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            for (String line = line(in); isIntact(line); line = line(in)) {
                recorded.take(line.substring(9));
                recorded.length += line.length() + 1;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return recorded; // what follows is not trusted
        }
        return recorded;
    }

    private static boolean isIntact(String line) {
        return line.length() >= 10 && line.startsWith(crc(line.substring(9)) + " ");
    }

    /** The next line without its end; empty when the file ends before that. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() == LONGEST_LINE) {
                return "";
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private static Recorded compact(Path file, Recorded recorded) throws IOException {
        StringBuilder lines = new StringBuilder();
        recorded.size.ifPresent(size -> lines.append(line("size " + size)));
        recorded.validators.forEach((url, validator) -> lines.append(line("from " + url + " " + validator)));
        for (ByteRange run : recorded.present.runs()) {
            lines.append(line("have " + run.offset() + " " + run.length()));
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, lines, StandardCharsets.ISO_8859_1);
        AtomicMove.replace(fresh, file);
        return replay(file);
    }

    private static String line(String record) {
        return crc(record) + " " + record + "\n";
    }

    private static String crc(String record) {
        CRC32 crc = new CRC32();
        crc.update(record.getBytes(StandardCharsets.ISO_8859_1));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** The bytes that were there when the map was opened. */
    Ranges present() {
        return recorded.present;
    }

    /** The size of the file, when a server said it. */
    synchronized OptionalLong size() {
        return recorded.size;
    }

    /** What the server at the address called the version of which there are bytes here. */
    synchronized Optional<String> validator(URI url) {
        return Optional.ofNullable(recorded.validators.get(url));
    }

    /** Whether no address gave a validator for the bytes. */
    synchronized boolean isNameless() {
        return recorded.validators.isEmpty();
    }

    /** Whether the bytes are of a file of this machine that was changed since. */
    synchronized boolean isOutdated() throws IOException {
        return isOutdated(recorded);
    }

    /** Whether the bytes come from this address only, as far as addresses gave a validator. */
    synchronized boolean isFrom(URI url) {
        return recorded.validators.size() == 1 && recorded.validators.containsKey(url);
    }

    /** Records the size of the file. */
    synchronized void size(long bytes) throws IOException {
        append("size " + bytes);
        recorded.size = OptionalLong.of(bytes);
    }

    /** Records which version of the file an address serves. */
    synchronized void from(URI url, String validator) throws IOException {
        append("from " + url + " " + validator);
        recorded.validators.put(url, validator);
    }

    /** Records bytes that have been written. */
    void have(long offset, long length) throws IOException {
        append("have " + offset + " " + length);
    }

    private synchronized void append(String record) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(line(record).getBytes(StandardCharsets.ISO_8859_1));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
