package io.evaldata.datasets.download;

import io.evaldata.datasets.download.Transport.Answer;
import io.evaldata.datasets.download.Transport.Headers;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of a file that a server is handing over.
 *
 * @param answer whose body they are
 * @param offset position in the file of the first of them
 * @param length how many the server announced, when it did
 * @param size of the whole file, when the server said it
 * @param ranged whether the server served the range that was asked for, rather than the whole file
 * @param version what the server calls this version of the file
 * @param condition what to send as {@code If-Range} to get more of the same; empty when nothing suits
 */
record Delivery(
        Answer answer,
        long offset,
        OptionalLong length,
        OptionalLong size,
        boolean ranged,
        Optional<String> version,
        Optional<String> condition)
        implements Closeable {
    /** Marks a version that the hub named before its redirect; storage would not understand it as {@code If-Range}. */
    static final String LINKED = "linked:";

    /** What a date of change cannot tell apart. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)");

    /**
     * Reads the head of a 200 or 206 answer.
     *
     * @param linked {@code X-Linked-Etag} and {@code X-Linked-Size} of the hub's first answer; they outlive the redirect to
     *     storage, whose own {@code ETag} names a chunked form of the file and is no digest of it
     */
    static Delivery of(Answer answer, Headers linked) throws IOException {
        Headers headers = answer.headers();
        Optional<String> own = validator(headers);
        Optional<String> named = linked.first("X-Linked-Etag");
        Optional<String> version = named.map(tag -> LINKED + tag).or(() -> own);
        Optional<String> condition = named.isPresent() || isWeak(headers) ? Optional.empty() : own;
        if (answer.status() == 206) {
            Matcher range = CONTENT_RANGE.matcher(headers.first("Content-Range").orElse(""));
            if (!range.matches()) {
                throw new Refusal(Refusal.Meaning.GONE, "sent a part of the file without saying which");
            }
            long start = Long.parseLong(range.group(1));
            long end = Long.parseLong(range.group(2)) + 1;
            OptionalLong size = range.group(3).equals("*")
                    ? linked.number("X-Linked-Size")
                    : OptionalLong.of(Long.parseLong(range.group(3)));
            if (end <= start || end > size.orElse(Long.MAX_VALUE)) {
                throw new Refusal(Refusal.Meaning.GONE, "sent an impossible range: " + range.group());
            }
            return new Delivery(answer, start, OptionalLong.of(end - start), size, true, version, condition);
        }
        OptionalLong length = headers.number("Content-Length");
        return new Delivery(answer, 0, length, length, false, version, condition);
    }

    /** A strong entity tag, else a date of change that tells versions apart: only these allow to put ranges together. */
    private static Optional<String> validator(Headers headers) {
        Optional<String> tag = headers.first("ETag").filter(value -> value.startsWith("\"") && value.length() > 2);
        return tag.isPresent() ? tag : headers.first("Last-Modified").filter(changed -> settled(changed, headers));
    }

    /** Whoever was given a weak tag must send neither it nor a date as {@code If-Range} (RFC 9110, 13.1.5). */
    private static boolean isWeak(Headers headers) {
        return headers.first("ETag").filter(value -> value.startsWith("W/")).isPresent();
    }

    /**
     * Whether the second that the date names was over when the server answered, so that the file cannot be changed once more
     * within it (RFC 9110, 8.8.2.2, which has a file and the server's date on one clock); without the server's date nothing
     * is known.
     */
    private static boolean settled(String changed, Headers headers) {
        Optional<String> date = headers.first("Date");
        try {
            ZonedDateTime last = ZonedDateTime.parse(changed, DateTimeFormatter.RFC_1123_DATE_TIME);
            return date.map(now -> ZonedDateTime.parse(now, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .filter(now -> Duration.between(last, now).compareTo(SETTLED) >= 0)
                    .isPresent();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Whether these are all bytes of the file. */
    boolean isWhole() {
        return offset == 0 && (!ranged || (size.isPresent() && length.equals(size)));
    }

    /** The version without our own mark. */
    static String plain(String version) {
        return version.startsWith(LINKED) ? version.substring(LINKED.length()) : version;
    }

    /** The SHA-256 that the hub states for a file it keeps apart from its repository (LFS); never a storage's own tag. */
    Optional<String> statedSha256() {
        return version.filter(v -> v.startsWith(LINKED))
                .map(v -> plain(v).replace("\"", ""))
                .filter(v -> v.matches("[0-9a-f]{64}"));
    }

    @Override
    public void close() throws IOException {
        answer.close();
    }
}
