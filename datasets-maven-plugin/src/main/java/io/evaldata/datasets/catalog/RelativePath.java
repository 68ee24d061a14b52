package io.evaldata.datasets.catalog;

/** What a path in a catalogue may look like: relative, with forward slashes, never leading outside. */
public final class RelativePath {
    private RelativePath() {}

    /**
     * Returns the path unchanged.
     *
     * @throws IllegalArgumentException when it is absolute, has empty, {@code .} or {@code ..} segments, backslashes,
     *     colons or control characters
     */
    public static String require(String path) {
        if (path.isEmpty()) {
            return path;
        }
        for (String segment : path.split("/", -1)) {
            boolean odd = segment.isEmpty()
                    || segment.equals(".")
                    || segment.equals("..")
                    || segment.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':');
            if (odd) {
                throw new IllegalArgumentException(
                        "'" + path
                                + "' is no relative path: segments must not be empty, '.' or '..', nor hold a backslash or colon");
            }
        }
        return path;
    }

    /** The same for a single name without slashes. */
    static String requireName(String name) {
        if (name.isEmpty() || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("'" + name + "' is no file name");
        }
        return require(name);
    }
}
