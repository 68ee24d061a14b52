package io.evaldata.datasets.junit;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of a test whose dataset is not prepared. */
public enum WhenMissing {
    /** What the JUnit configuration parameter or system property {@code datasets.whenMissing} says; without it, SKIP. */
    AS_CONFIGURED,
    /** It is skipped and says what prepares the dataset. */
    SKIP,
    /** It fails and says what prepares the dataset. */
    FAIL;

    /** The configuration parameter that decides for {@link #AS_CONFIGURED}: {@code skip} or {@code fail}. */
    public static final String PARAMETER = "datasets.whenMissing";

    static WhenMissing parse(String text) {
        return Arrays.stream(values())
                .filter(value -> value != AS_CONFIGURED)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(PARAMETER + " is '" + text.strip() + "'; expected skip or fail"));
    }
}
