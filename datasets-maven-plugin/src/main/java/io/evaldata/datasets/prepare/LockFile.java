package io.evaldata.datasets.prepare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.io.AtomicFile;
import io.evaldata.datasets.io.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code datasets.lock.json}: which bytes a project was built with, for committing. Sorted, without dates or machine
 * paths, so that it only changes when the data does. A file whose digest no publisher states is pinned by the first
 * download and enforced from then on.
 */
final class LockFile {
    /** Apart, so that nobody waits for the JSON library who has no lock file yet. */
    private static final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper();
    }

    private final Optional<Path> file;
    private final Map<String, Map<String, Pin>> pinned;
    private final Map<String, Map<String, Pin>> datasets = new TreeMap<>();

    private LockFile(Optional<Path> file, Map<String, Map<String, Pin>> pinned) {
        this.file = file;
        this.pinned = pinned;
        pinned.forEach((id, pins) -> datasets.put(id, new TreeMap<>(pins)));
    }

    /**
     * What is pinned about one source.
     *
     * @param url where it was published; null when somebody put it there by hand
     * @param bytes its size
     * @param sha256 its digest; null when only parts of it were fetched
     * @param directory SHA-256 of a zip's directory, where only members were fetched; else null
     * @param validator what the server called this version; null when it gave none, and of a file of this machine, whose
     *     time of change says nothing of its bytes
     */
    record Pin(String url, long bytes, String sha256, String directory, String validator) {
        Pin {
            validator = url != null && url.startsWith("file:") ? null : validator;
        }

        /** Whether what a dataset was made from can be the pinned file. */
        boolean allows(Receipt.Origin origin) {
            boolean sameWhole = sha256 == null || origin.sha256().isEmpty() || sha256.equals(origin.sha256());
            boolean sameDirectory =
                    directory == null || origin.directory().isEmpty() || directory.equals(origin.directory());
            return sameWhole && sameDirectory;
        }

        /** What is pinned, for messages. */
        String described() {
            return sha256 != null ? "SHA-256 " + sha256 : "a zip whose directory has SHA-256 " + directory;
        }

        private void writeTo(JsonGenerator json) throws IOException {
            json.writeStartObject();
            JsonText.unlessEmpty(json, "url", url);
            json.writeNumberField("bytes", bytes);
            JsonText.unlessEmpty(json, "sha256", sha256);
            JsonText.unlessEmpty(json, "directory", directory);
            JsonText.unlessEmpty(json, "validator", validator);
            json.writeEndObject();
        }

        @JsonIgnore
        Optional<Checksum> checksum() {
            return Optional.ofNullable(sha256).map(hex -> new Checksum(Checksum.Algorithm.SHA256, hex));
        }
    }

    /** What is read; {@link #text} writes the same. */
    private record Content(int version, TreeMap<String, TreeMap<String, Pin>> datasets) {}

    /**
     * Reads the file; one that is not there yet pins nothing.
     *
     * @throws DatasetsException when it is there and cannot be read
     */
    static LockFile read(Optional<Path> file) {
        Map<String, Map<String, Pin>> datasets = new TreeMap<>();
        if (file.isPresent() && Files.exists(file.get())) {
            try {
                Content content = Json.MAPPER.readValue(file.get().toFile(), Content.class);
                if (content.datasets() != null) {
                    datasets.putAll(content.datasets());
                }
            } catch (IOException e) {
                throw new DatasetsException(
                        "the lock file cannot be read: " + file.get() + ": "
                                + e.getMessage().lines().findFirst().orElse(""),
                        "Restore it from version control, or delete it to have it written anew.",
                        e);
            }
        }
        return new LockFile(file, datasets);
    }

    /** What was pinned for a source when the run began. */
    Optional<Pin> pin(String dataset, String source) {
        return Optional.ofNullable(pinned.getOrDefault(dataset, Map.of()).get(source));
    }

    /** Records what a dataset was made from, and writes the file when that is new. */
    synchronized void record(Receipt receipt) throws IOException {
        read(file).pinned.forEach((id, pins) -> datasets.put(id, new TreeMap<>(pins))); // others may have written
        for (Receipt.Origin origin : receipt.sources()) {
            datasets.computeIfAbsent(receipt.id(), id -> new TreeMap<>())
                    .put(
                            origin.file(),
                            new Pin(
                                    orNull(origin.url()),
                                    origin.bytes(),
                                    orNull(origin.sha256()),
                                    orNull(origin.directory()),
                                    orNull(origin.validator())));
        }
        write();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void write() throws IOException {
        if (file.isEmpty() || datasets.isEmpty()) {
            return;
        }
        byte[] content = text();
        if (!Files.exists(file.get()) || !Arrays.equals(Files.readAllBytes(file.get()), content)) {
            AtomicFile.write(file.get(), content);
        }
    }

    private byte[] text() throws IOException {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeObjectFieldStart("datasets");
            for (Map.Entry<String, Map<String, Pin>> dataset : datasets.entrySet()) {
                json.writeObjectFieldStart(dataset.getKey());
                for (Map.Entry<String, Pin> pin : new TreeMap<>(dataset.getValue()).entrySet()) {
                    json.writeFieldName(pin.getKey());
                    pin.getValue().writeTo(json);
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
