package io.evaldata.datasets.catalog;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.io.Tree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the names that a {@link NameList} holds, one after the other, without holding the list in memory. */
public final class NameListReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String REMEDY =
            "Compare the list with the published one; where the data is yours, its name and form with what the entry says.";

    private NameListReader() {}

    /**
     * One name of a list.
     *
     * @param text as it stands in the list
     * @param line where, from 1
     * @param parts what the list's pattern found in it
     */
    public record Name(String text, long line, Map<String, String> parts) {}

    /**
     * Hands over every name, in the order of the list. Blank lines of a text are skipped, and a byte order mark; in JSON
     * the names are the strings that are elements of an array, at any depth.
     *
     * @throws DatasetsException when the list is not in the tree, is no JSON, or a name does not match its pattern
     * @throws IOException when the list cannot be read
     */
    public static void read(Tree tree, NameList list, Consumer<Name> names) throws IOException {
        if (!tree.has(list.file())) {
            throw new DatasetsException("the list '" + list.file() + "' is not there", REMEDY);
        }
        try (InputStream in = tree.open(list.file())) {
            if (list.json().isPresent()) {
                readJson(in, list, list.json().get(), names);
            } else {
                readLines(in, list, list.line().orElseThrow(), names);
            }
        }
    }

    private static void readLines(InputStream in, NameList list, PathPattern pattern, Consumer<Name> names)
            throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).stripTrailing();
            if (!text.isEmpty()) {
                names.accept(name(list, pattern, text, number));
            }
        }
    }

    private static void readJson(InputStream in, NameList list, PathPattern pattern, Consumer<Name> names)
            throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            boolean empty = true;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                empty = false;
                if (token == JsonToken.VALUE_STRING && json.getParsingContext().inArray()) {
                    names.accept(name(
                            list,
                            pattern,
                            json.getText(),
                            json.currentTokenLocation().getLineNr()));
                }
            }
            if (empty) {
                throw new DatasetsException("the list '" + list.file() + "' is no JSON: it is empty", REMEDY);
            }
        } catch (JacksonException e) {
            throw new DatasetsException(
                    "the list '" + list.file() + "', line " + e.getLocation().getLineNr() + ", is no JSON: "
                            + e.getOriginalMessage(),
                    REMEDY,
                    e);
        }
    }

    private static Name name(NameList list, PathPattern pattern, String text, long line) {
        Map<String, String> parts = pattern.match(text)
                .orElseThrow(() -> new DatasetsException(
                        "the list '" + list.file() + "', line " + line + ": expected '" + pattern + "', found '"
                                + excerpt(text) + "'",
                        REMEDY));
        return new Name(text, line, parts);
    }

    private static String excerpt(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
