package io.evaldata.datasets.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a publisher asks of those who fetch a source. */
public enum Access {
    /** Nothing. */
    OPEN,
    /** An account at Hugging Face that accepted the repository's terms, shown by a token. */
    HUGGINGFACE,
    /** An account at cityscapes-dataset.com, shown by logging in. */
    CITYSCAPES,
    /** No direct address: a person fetches it with a browser and puts it into the manual folder. */
    MANUAL;

    /**
     * The id of the {@code <server>} entry of settings.xml that says who fetches; empty where the host's own name is the
     * id.
     */
    public String serverId() {
        return isGated() ? key() : "";
    }

    /** The name as catalogue files write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the publisher wants to know who fetches, and that the terms were accepted. */
    public boolean isGated() {
        return this == HUGGINGFACE || this == CITYSCAPES;
    }

    /**
     * Parses an access name.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static Access parse(String text) {
        return Arrays.stream(values())
                .filter(access -> access.key().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no kind of access; expected one of "
                        + Arrays.stream(values()).map(Access::key).collect(Collectors.joining(", "))));
    }
}
