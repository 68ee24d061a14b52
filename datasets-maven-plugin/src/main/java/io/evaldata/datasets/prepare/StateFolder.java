package io.evaldata.datasets.prepare;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evaldata.datasets.io.AtomicFile;
import io.evaldata.datasets.io.Boot;
import io.evaldata.datasets.io.DirectoryStamps;
import io.evaldata.datasets.io.Manifest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code <root>/.datasets}: the receipts and what belongs to them. For a dataset {@code x} there are {@code x.json} (the
 * receipt), {@code x.files} (its manifest), {@code x.folders} (the state its folders were left in) and, until its files are known
 * to have outlived the memory they were written from, {@code x.boot} (the start of the operating system that wrote them).
 */
final class StateFolder {
    /** Apart, so that a run with nothing to do does not wait for the JSON library to start. */
    private static final class Json {
        private static final ObjectMapper MAPPER =
                new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    }

    private static final Pattern STAMP = Pattern.compile("-?\\d+ [^\\x00]*");

    private final Path folder;

    StateFolder(Path folder) {
        this.folder = folder;
    }

    /** The receipt; nothing when there is none that can be read. */
    Optional<Receipt> receipt(String id) {
        return receipt(receiptFile(id)).filter(receipt -> id.equals(receipt.id()));
    }

    /** The receipt in a file; nothing when there is none that can be read. */
    static Optional<Receipt> receipt(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Receipt receipt = Json.MAPPER.readValue(file.toFile(), Receipt.class);
            return Optional.ofNullable(receipt).filter(found -> found.format() == Receipt.FORMAT);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Every receipt that can be read. */
    List<Receipt> receipts() throws IOException {
        List<Receipt> receipts = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return receipts;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .forEach(name ->
                            receipt(name.substring(0, name.length() - 5)).ifPresent(receipts::add));
        }
        return receipts;
    }

    /** Whether a file is there under the receipt's name, readable or not. */
    boolean hasReceiptFile(String id) {
        return Files.exists(receiptFile(id));
    }

    /** The manifest; empty when there is none that can be read. */
    Manifest manifest(String id) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(manifestFile(id)), 1 << 16)) {
            return Manifest.read(in);
        } catch (IOException e) {
            return new Manifest();
        }
    }

    /** The manifest that was written to a file before becomes the dataset's. */
    void copyManifest(String id, Path written) throws IOException {
        AtomicFile.write(manifestFile(id), out -> Files.copy(written, out));
    }

    static void writeManifest(Path file, Manifest manifest) throws IOException {
        AtomicFile.write(file, out -> {
            BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
            manifest.write(buffered);
            buffered.flush();
        });
    }

    void write(Receipt receipt) throws IOException {
        AtomicFile.write(receiptFile(receipt.id()), json(receipt));
    }

    static byte[] json(Receipt receipt) throws IOException {
        return JsonText.of(receipt::writeTo);
    }

    /** Takes the receipt away, so that the dataset counts as not prepared. */
    void forget(String id) throws IOException {
        Files.deleteIfExists(receiptFile(id));
    }

    /** The files of the dataset are written in this start of the system, and may be in its memory only. */
    void markUnsettled(String id) throws IOException {
        Optional<String> boot = Boot.id();
        if (boot.isPresent()) {
            AtomicFile.write(bootFile(id), boot.get().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether the system was started anew since the files were written, and nobody has looked at them since. */
    boolean isUnsettled(String id) throws IOException {
        return read(bootFile(id))
                .filter(boot -> !Boot.id().equals(Optional.of(boot)))
                .isPresent();
    }

    /** The files were there, whole, after the system was started anew: they are on the disk. */
    void markSettled(String id) throws IOException {
        if (isUnsettled(id)) { // not when another process writes them anew by now
            Files.deleteIfExists(bootFile(id));
        }
    }

    Path bootFile(String id) {
        return folder.resolve(id + ".boot");
    }

    Path receiptFile(String id) {
        return folder.resolve(id + ".json");
    }

    Path manifestFile(String id) {
        return folder.resolve(id + ".files");
    }

    Path stampsFile(String id) {
        return folder.resolve(id + ".folders");
    }

    Path lockFile(String id) {
        return folder.resolve(id + ".lock");
    }

    Path path() {
        return folder;
    }

    /** The state that a dataset's folders were left in; nothing when it was not recorded or the record is damaged. */
    Optional<DirectoryStamps> stamps(String id) throws IOException {
        return read(stampsFile(id))
                .filter(text -> text.endsWith("\n") && text.lines().allMatch(STAMP.asMatchPredicate()))
                .map(DirectoryStamps::parse);
    }

    /** Reads a small text file of the state, or nothing. */
    static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
