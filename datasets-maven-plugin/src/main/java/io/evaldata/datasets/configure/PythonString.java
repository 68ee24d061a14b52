package io.evaldata.datasets.configure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A Python string literal: what it means, and how another value is written in its style.
 *
 * @param prefix the letters before the quote
 * @param quote {@code '}, {@code "} or three of them
 * @param body what stands between the quotes, decoded but not unescaped
 */
record PythonString(String prefix, String quote, String body) {

    /** Reads a string token whose chars are bytes of the encoding. */
    static PythonString parse(String token, Charset encoding) {
        int quoteAt = 0;
        while (token.charAt(quoteAt) != '\'' && token.charAt(quoteAt) != '"') {
            quoteAt++;
        }
        String one = token.substring(quoteAt, quoteAt + 1);
        String rest = token.substring(quoteAt);
        String quote = rest.length() >= 6 && rest.startsWith(one.repeat(3)) ? one.repeat(3) : one;
        String body = rest.substring(quote.length(), rest.length() - quote.length());
        return new PythonString(
                token.substring(0, quoteAt), quote, new String(body.getBytes(StandardCharsets.ISO_8859_1), encoding));
    }

    /** Whether it is text without replacement fields: no prefix, or one of {@code r} and {@code u}. */
    boolean plain() {
        String lower = prefix.toLowerCase(Locale.ROOT);
        return lower.isEmpty() || lower.equals("r") || lower.equals("u");
    }

    /** The text it stands for; empty when an escape in it is not legal Python. */
    Optional<String> value() {
        String text = body.replace("\r\n", "\n").replace('\r', '\n');
        return raw() ? Optional.of(text) : PythonEscapes.unescape(text);
    }

    /**
     * The literal for another text in this style. A raw literal that cannot hold the text becomes an escaped one in the
     * same quotes; characters the encoding does not have are escaped.
     *
     * @return the literal, its chars being bytes of the encoding
     */
    String withValue(String text, Charset encoding) {
        boolean ascii = !encoding.equals(StandardCharsets.UTF_8);
        String literal = raw() && fitsRaw(text, ascii)
                ? prefix + quote + text + quote
                : (raw() ? "" : prefix) + quote + PythonEscapes.escape(text, quote.charAt(0), ascii) + quote;
        return new String(literal.getBytes(encoding), StandardCharsets.ISO_8859_1);
    }

    private boolean raw() {
        return prefix.equalsIgnoreCase("r");
    }

    private boolean fitsRaw(String text, boolean ascii) {
        return text.indexOf(quote.charAt(0)) < 0
                && !text.endsWith("\\")
                && text.codePoints().noneMatch(c -> PythonEscapes.needsEscape(c, ascii));
    }
}
