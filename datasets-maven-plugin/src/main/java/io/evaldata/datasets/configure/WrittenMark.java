package io.evaldata.datasets.configure;

import io.evaldata.datasets.io.Checksum.Algorithm;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of a written config that tells whether somebody edited it, or its class-name list, since: digests of both. The
 * paths in the config, which follow the data, and line ends do not count.
 *
 * @param config of the config without this line
 * @param list of its class-name list
 */
record WrittenMark(String config, String list) {
    private static final int DIGITS = 16;
    private static final Pattern LINE = Pattern.compile(
            "(?m)^# Follows it as long as nobody edits it: ([0-9a-f]{" + DIGITS + "}) ([0-9a-f]{" + DIGITS + "})\\n");
    private static final Pattern PATHS = Pattern.compile("(?m)^(data_root = | {4}name_path=).*$");

    /** The mark of these texts. */
    static WrittenMark of(String config, String list) {
        return new WrittenMark(digest(bare(config)), digest(list));
    }

    /** The mark that a config carries; nothing when it was not written by us, or the line was taken out. */
    static Optional<WrittenMark> in(String config) {
        Matcher line = LINE.matcher(unix(config));
        return line.find() ? Optional.of(new WrittenMark(line.group(1), line.group(2))) : Optional.empty();
    }

    /** The line to write. */
    String line() {
        return "# Follows it as long as nobody edits it: " + config + " " + list;
    }

    /** Whether the config that carries this mark is as it was written. */
    boolean fits(String edited) {
        return digest(bare(edited)).equals(config);
    }

    /** Whether the class-name list is as it was written. */
    boolean fitsList(String edited) {
        return digest(edited).equals(list);
    }

    private static String bare(String config) {
        return PATHS.matcher(LINE.matcher(unix(config)).replaceFirst("")).replaceAll("$1");
    }

    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }

    private static String digest(String text) {
        byte[] digest = Algorithm.SHA256.newDigest().digest(unix(text).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    }
}
