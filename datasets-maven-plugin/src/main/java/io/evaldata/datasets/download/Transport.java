package io.evaldata.datasets.download;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Asks one question and gives the answer as it is: no redirect followed, nothing decoded, nobody logged in.
 *
 * <p>Safe for use by several threads. An interrupted thread gets an {@link IOException} soon.
 */
public interface Transport extends Closeable {

    /**
     * Sends the question and waits for the head of the answer.
     *
     * @throws IOException when there is no answer, or none in time
     */
    Answer open(Question question) throws IOException;

    /**
     * What is asked.
     *
     * @param address the resource
     * @param headers header fields by name, without those that every question has
     * @param form body of a {@code POST}, {@code application/x-www-form-urlencoded}; empty for a {@code GET}
     */
    record Question(URI address, Map<String, String> headers, Optional<String> form) {
        public Question {
            headers = Map.copyOf(headers);
        }

        /** A question without a body. */
        static Question get(URI address, Map<String, String> headers) {
            return new Question(address, headers, Optional.empty());
        }

        /** Shows where to, never the headers: they may hold credentials. */
        @Override
        public String toString() {
            return (form.isPresent() ? "POST " : "GET ") + address.getScheme() + "://" + address.getRawAuthority();
        }
    }

    /** An answer: its head, and its body as it arrives. Closing it early gives the connection up; may be done by any thread. */
    interface Answer extends Closeable {
        /** The HTTP status code. */
        int status();

        /** The header fields. */
        Headers headers();

        /**
         * Reads at least one byte of the body.
         *
         * @return the number of bytes, or -1 at the end
         * @throws java.io.EOFException when the body ends before its announced length
         */
        int read(ByteBuffer into) throws IOException;
    }

    /** The header fields of an answer, by name in any case; of a repeated field the last counts, cookies aside. */
    final class Headers {
        private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        void put(String name, String value) {
            boolean repeatedCookie = name.toLowerCase(Locale.ROOT).equals("set-cookie") && fields.containsKey(name);
            fields.put(name, repeatedCookie ? fields.get(name) + "\n" + value : value);
        }

        /** The value of a field. */
        public Optional<String> first(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** The value of a field that holds a number; empty when it holds none. */
        public OptionalLong number(String name) {
            String value = fields.getOrDefault(name, "");
            boolean digits =
                    !value.isEmpty() && value.length() < 19 && value.chars().allMatch(c -> c >= '0' && c <= '9');
            return digits ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
        }
    }
}
