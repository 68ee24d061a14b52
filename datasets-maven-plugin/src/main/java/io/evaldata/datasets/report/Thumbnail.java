package io.evaldata.datasets.report;

import java.util.Base64;

/** A small picture, encoded. */
final class Thumbnail {
    private final String mediaType;
    private final byte[] file;
    private final int width;
    private final int height;

    /**
     * @param mediaType such as {@code image/jpeg}
     * @param file its content; handed over, not copied
     */
    Thumbnail(String mediaType, byte[] file, int width, int height) {
        this.mediaType = mediaType;
        this.file = file;
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** How many bytes it has. */
    int size() {
        return file.length;
    }

    /** The whole picture as an address. */
    String dataUri() {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(file);
    }
}
