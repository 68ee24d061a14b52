package io.evaldata.datasets.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises what servers send instead of a file, by its first bytes, and says what it is. */
final class Impostor {
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>\\s*([^<]{1,80})", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_CODE = Pattern.compile("<Code>([^<]{1,80})</Code>");
    private static final Pattern JSON_ERROR = Pattern.compile("\"(?:error|message)\"\\s*:\\s*\"([^\"]{1,120})\"");

    private Impostor() {}

    /** The leading bytes of a file, as many as {@link #recognise} looks at. */
    static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileKind.HEAD);
        }
    }

    /**
     * What the bytes are, when they are not what was asked for.
     *
     * @param head the first {@link FileKind#HEAD} bytes, fewer only when there are no more
     * @param file the name of the file: a file that is called {@code .html} may be a page
     */
    static Optional<String> recognise(FileKind kind, byte[] head, String file) {
        if (kind != FileKind.ANY && kind.matches(head)) {
            return Optional.empty();
        }
        String text = new String(head, StandardCharsets.UTF_8).strip();
        String lower = text.toLowerCase(Locale.ROOT);
        String name = file.toLowerCase(Locale.ROOT);
        if (text.startsWith("version https://git-lfs.github.com/spec/")) {
            return Optional.of("a Git LFS pointer instead of the file it points to");
        }
        if (isPage(lower) && !name.endsWith(".html") && !name.endsWith(".htm")) {
            return Optional.of("an HTML page" + found(TITLE, text, " titled"));
        }
        if (lower.startsWith("<?xml") && lower.contains("<error") && !name.endsWith(".xml")) {
            return Optional.of("an XML error message" + found(XML_CODE, text, ""));
        }
        if (kind != FileKind.ANY && lower.startsWith("{")) {
            return Optional.of("a JSON message" + found(JSON_ERROR, text, ""));
        }
        if (kind.matches(head)) {
            return Optional.empty();
        }
        return Optional.of((head.length == 0 ? "an empty file" : "something else") + " where " + kind.described()
                + " was expected");
    }

    private static boolean isPage(String text) {
        return text.startsWith("<!doctype html")
                || text.startsWith("<html")
                || (text.startsWith("<") && text.contains("<html"));
    }

    private static String found(Pattern pattern, String text, String before) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? before + " '" + matcher.group(1).strip() + "'" : "";
    }
}
