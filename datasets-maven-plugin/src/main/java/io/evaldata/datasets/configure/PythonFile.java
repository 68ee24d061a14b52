package io.evaldata.datasets.configure;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a Python file and its encoding (PEP 263: UTF-8 unless a comment in the first two lines names another).
 *
 * @param path the name it was found under
 * @param text its content, one char per byte, so that offsets in it are offsets in the file
 */
record PythonFile(Path path, String text) {
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    private static final Pattern COOKIE = Pattern.compile(
            "\\A(?:[ \\t\\f]*(?:#[^\\r\\n]*)?(?:\\r\\n|\\r|\\n))?[ \\t\\f]*#[^\\r\\n]*?coding[:=][ \\t]*([-\\w.]+)");

    static PythonFile read(Path path) throws IOException {
        return new PythonFile(path, Files.readString(path, StandardCharsets.ISO_8859_1));
    }

    /** The file's encoding; empty when it is one whose bytes cannot be told apart without decoding. */
    Optional<Charset> encoding() {
        Matcher cookie = COOKIE.matcher(text.substring(start()));
        if (!cookie.lookingAt()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        String name = cookie.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
        if (name.equals("utf8") || name.equals("utf-8") || name.startsWith("utf-8-")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (name.startsWith("latin-") || name.startsWith("latin1")) {
            return Optional.of(StandardCharsets.ISO_8859_1);
        }
        if (name.equals("ascii") || name.matches("(us-ascii|iso-8859-\\d+|cp125\\d|windows-125\\d|koi8-[ru])")) {
            return Optional.of(Charset.forName(name.replace("cp", "windows-")));
        }
        return Optional.empty();
    }

    List<PythonToken> tokens() throws PythonSyntaxException {
        return PythonTokenizer.tokenize(text, start());
    }

    /** The number of the line an offset lies in, from 1. */
    int line(int offset) {
        int line = 1;
        for (int at = 0; at < Math.min(offset, text.length()); at++) {
            char c = text.charAt(at);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1))) {
                line++;
            }
        }
        return line;
    }

    /** The line an offset lies in, for messages. */
    String lineText(int offset) {
        int from = Math.min(offset, text.length());
        int to = from;
        while (from > 0 && !isLineEnd(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && !isLineEnd(text.charAt(to))) {
            to++;
        }
        byte[] line = text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
        return new String(line, encoding().orElse(StandardCharsets.ISO_8859_1)).strip();
    }

    private int start() {
        return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
