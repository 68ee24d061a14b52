package io.evaldata.datasets.prepare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What a prepared dataset was made from and what it consists of; written last, so that its presence means that the
 * tree is complete.
 *
 * @param format version of this file's layout
 * @param id the dataset
 * @param kind {@code real}, or {@code sample} for a generated stand-in
 * @param scope {@code eval} or {@code full}
 * @param root the folder that all paths are relative to
 * @param definition fingerprint of everything that decides about the files
 * @param way which of the catalogue's ways was taken
 * @param converter version of the code that made the files
 * @param pillow whose polygon filling the drawn maps equal; empty where nothing is drawn
 * @param sources what it was made from
 * @param terms the terms accepted by name for it, as page address; empty when none had to be
 * @param files number of files
 * @param bytes their total size
 * @param tree SHA-256 over sorted paths, sizes and CRC-32s
 */
@JsonPropertyOrder({
    "format",
    "id",
    "kind",
    "scope",
    "root",
    "definition",
    "way",
    "converter",
    "pillow",
    "sources",
    "terms",
    "files",
    "bytes",
    "tree"
})
public record Receipt(
        int format,
        String id,
        String kind,
        String scope,
        String root,
        String definition,
        String way,
        String converter,
        String pillow,
        List<Origin> sources,
        String terms,
        long files,
        long bytes,
        String tree) {

    /** The layout version written now. */
    static final int FORMAT = 1;

    /** The kind of receipt for generated stand-ins. */
    static final String SAMPLE = "sample";

    /** The kind of receipt for the published data. */
    static final String REAL = "real";

    public Receipt {
        sources = List.copyOf(sources);
    }

    /** Whether it is of a generated stand-in. */
    public boolean ofStandIn() {
        return kind.equals(SAMPLE);
    }

    /** Writes the fields as binding would. */
    void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", format);
        json.writeStringField("id", id);
        json.writeStringField("kind", kind);
        json.writeStringField("scope", scope);
        json.writeStringField("root", root);
        json.writeStringField("definition", definition);
        json.writeStringField("way", way);
        json.writeStringField("converter", converter);
        json.writeStringField("pillow", pillow);
        json.writeArrayFieldStart("sources");
        for (Origin source : sources) {
            source.writeTo(json);
        }
        json.writeEndArray();
        json.writeStringField("terms", terms);
        json.writeNumberField("files", files);
        json.writeNumberField("bytes", bytes);
        json.writeStringField("tree", tree);
        json.writeEndObject();
    }

    /**
     * One file it was made from.
     *
     * @param file its name
     * @param url where it was published; empty when somebody put it there by hand
     * @param bytes its size
     * @param sha256 its digest as computed here; empty when only members of it were fetched
     * @param directory SHA-256 of a zip's directory, where only members were fetched; else empty
     * @param validator what the server called this version; empty when it gave none
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Origin(String file, String url, long bytes, String sha256, String directory, String validator) {
        public Origin {
            url = Objects.requireNonNullElse(url, "");
            sha256 = Objects.requireNonNullElse(sha256, "");
            directory = Objects.requireNonNullElse(directory, "");
            validator = Objects.requireNonNullElse(validator, "");
        }

        private void writeTo(JsonGenerator json) throws IOException {
            json.writeStartObject();
            JsonText.unlessEmpty(json, "file", file);
            JsonText.unlessEmpty(json, "url", url);
            json.writeNumberField("bytes", bytes);
            JsonText.unlessEmpty(json, "sha256", sha256);
            JsonText.unlessEmpty(json, "directory", directory);
            JsonText.unlessEmpty(json, "validator", validator);
            json.writeEndObject();
        }
    }
}
