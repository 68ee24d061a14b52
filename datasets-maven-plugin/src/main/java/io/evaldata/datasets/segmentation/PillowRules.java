package io.evaldata.datasets.segmentation;

import io.evaldata.datasets.DatasetsException;

/**
 * Which releases of Pillow a filled polygon equals, pixel for pixel.
 *
 * <p>Named after the newest release that draws so.
 */
public enum PillowRules {
    /** Pillow 9.2 to 9.4. */
    V9_4("9.4"),
    /** Pillow 9.5 to 11.0. */
    V11_0("11.0"),
    /** Pillow 11.2.1 to 12.3, the current one. */
    V12_3("12.3");

    /** What is drawn by unless the user says otherwise. */
    public static final PillowRules DEFAULT = V12_3;

    private final String version;

    PillowRules(String version) {
        this.version = version;
    }

    /** The version as users write it. */
    public String version() {
        return version;
    }

    /**
     * The rules of a version.
     *
     * @param version one of the three; null or blank for {@link #DEFAULT}
     * @throws DatasetsException for any other
     */
    public static PillowRules parse(String version) {
        if (version == null || version.isBlank()) {
            return DEFAULT;
        }
        for (PillowRules rules : values()) {
            if (rules.version.equals(version.strip())) {
                return rules;
            }
        }
        throw new DatasetsException(
                "datasets.pillowVersion is " + version
                        + ", but polygons can be filled as Pillow 9.4, 11.0 or 12.3 does",
                "Use 9.4 (equals 9.2 to 9.4), 11.0 (9.5 to 11.0) or 12.3 (11.2.1 to 12.3, the default).");
    }
}
