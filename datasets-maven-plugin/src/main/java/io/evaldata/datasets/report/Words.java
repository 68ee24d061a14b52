package io.evaldata.datasets.report;

import java.util.Locale;

/** Numbers and counted things for people. */
final class Words {
    private Words() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as {@code 1 picture} or {@code 5,000 pictures}. */
    static String count(long number, String thing) {
        String plural = thing.endsWith("s") ? thing + "es" : thing + "s";
        return number(number) + " " + (number == 1 ? thing : plural);
    }

    /** A part of one, such as {@code 12.3 %}; what would be none is {@code < 0.1 %}. */
    static String percent(double share) {
        return share < 0.001 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String shortened(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }
}
