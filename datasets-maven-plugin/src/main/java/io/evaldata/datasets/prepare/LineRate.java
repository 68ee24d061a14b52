package io.evaldata.datasets.prepare;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast a line is, for foretelling how long fetching takes.
 *
 * @param bitsPerSecond at least 1
 * @param text as the user wrote it, with a unit
 */
public record LineRate(long bitsPerSecond, String text) {
    private static final Pattern RATE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-zA-Z]+?)?(?:/s)?");
    private static final Map<String, Long> UNITS = Map.of(
            "kbit", 1_000L,
            "mbit", 1_000_000L,
            "gbit", 1_000_000_000L,
            "kb", 8_000L,
            "mb", 8_000_000L,
            "gb", 8_000_000_000L);

    /**
     * Parses {@code 100 Mbit/s}, {@code 1Gbit/s}, {@code 12.5 MB/s}, or a bare number of Mbit/s.
     *
     * @throws IllegalArgumentException saying what is expected
     */
    public static LineRate parse(String text) {
        Matcher parts = RATE.matcher(text.strip());
        Long unit = parts.matches()
                ? UNITS.get(parts.group(2) == null ? "mbit" : parts.group(2).toLowerCase(Locale.ROOT))
                : null;
        long bits = unit == null
                ? 0
                : new BigDecimal(parts.group(1))
                        .multiply(BigDecimal.valueOf(unit))
                        .longValue();
        if (bits < 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no rate; expected a number and kbit/s, Mbit/s, Gbit/s, kB/s, MB/s or GB/s, such"
                            + " as '100 Mbit/s'");
        }
        return new LineRate(bits, parts.group(2) == null ? text.strip() + " Mbit/s" : text.strip());
    }

    /** How long so many bytes take. */
    public Duration timeFor(long bytes) {
        return Duration.ofMillis((long) (bytes * 8_000.0 / bitsPerSecond));
    }
}
