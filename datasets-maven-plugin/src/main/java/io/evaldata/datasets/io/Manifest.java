package io.evaldata.datasets.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The files of a tree, sorted by path: {@code <crc32 hex> <size> <path>} a line when written out.
 *
 * <p>Safe for use by several threads. Paths are relative, with forward slashes.
 */
public final class Manifest {
    private final ConcurrentSkipListMap<String, FileEntry> files = new ConcurrentSkipListMap<>();

    /** Adds a file or replaces what was known about it. */
    public void put(String path, FileEntry entry) {
        files.put(path, entry);
    }

    /** Forgets a file; returns what was known, or null. */
    public FileEntry remove(String path) {
        return files.remove(path);
    }

    /** What is known about a file, or null. */
    public FileEntry get(String path) {
        return files.get(path);
    }

    /** The files, sorted; a live view. */
    public Map<String, FileEntry> files() {
        return files;
    }

    /** Sorted paths that start with the prefix; a live view. */
    public Map<String, FileEntry> below(String prefix) {
        return prefix.isEmpty() ? files : files.subMap(prefix, prefix + Character.MAX_VALUE);
    }

    /** Number of files. */
    public int count() {
        return files.size();
    }

    /** Total size of the files in bytes. */
    public long bytes() {
        return files.values().stream().mapToLong(FileEntry::size).sum();
    }

    /** SHA-256 of the written form: the digest of the tree. */
    public String digest() {
        MessageDigest digest = Checksum.Algorithm.SHA256.newDigest();
        files.forEach((path, entry) -> digest.update(line(path, entry)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes one line per file. */
    public void write(OutputStream out) throws IOException {
        for (Map.Entry<String, FileEntry> file : files.entrySet()) {
            out.write(line(file.getKey(), file.getValue()));
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when a line is no manifest line
     */
    public static Manifest read(InputStream in) throws IOException {
        Manifest manifest = new Manifest();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int size = line.indexOf(' ');
            int path = line.indexOf(' ', size + 1);
            try {
                manifest.put(
                        line.substring(path + 1),
                        new FileEntry(
                                Long.parseLong(line, size + 1, path, 10), Integer.parseUnsignedInt(line, 0, size, 16)));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new IOException("not a line of a manifest: '" + line + "'", e);
            }
        }
        return manifest;
    }

    /** A snapshot of the paths that may change while it is walked. */
    public List<String> paths() {
        return new ArrayList<>(files.keySet());
    }

    private static byte[] line(String path, FileEntry entry) {
        return (HexFormat.of().toHexDigits(entry.crc32()) + " " + entry.size() + " " + path + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
