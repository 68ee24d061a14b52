package io.evaldata.datasets.catalog;

import java.util.BitSet;
import java.util.regex.Pattern;

/** The label values a map may hold, such as {@code 0-18,255}. */
public final class LabelRange {
    private static final Pattern PART = Pattern.compile("\\d{1,3}(-\\d{1,3})?");

    private final String text;
    private final BitSet values;

    private LabelRange(String text, BitSet values) {
        this.text = text;
        this.values = values;
    }

    /**
     * Parses single values and ranges from 0 to 255, separated by commas.
     *
     * @throws IllegalArgumentException when it is not well formed
     */
    public static LabelRange parse(String text) {
        BitSet values = new BitSet(256);
        for (String part : text.replace(" ", "").split(",", -1)) {
            int dash = part.indexOf('-');
            if (!PART.matcher(part).matches()) {
                throw new IllegalArgumentException("'" + text + "' is no list of label values such as 0-18,255");
            }
            int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            int last = Integer.parseInt(part.substring(dash + 1));
            if (first > last || last > 255) {
                throw new IllegalArgumentException("'" + part + "' is no range of label values from 0 to 255");
            }
            values.set(first, last + 1);
        }
        return new LabelRange(text, values);
    }

    /** Whether a map may hold the value. */
    public boolean allows(int value) {
        return values.get(value);
    }

    @Override
    public String toString() {
        return text;
    }
}
