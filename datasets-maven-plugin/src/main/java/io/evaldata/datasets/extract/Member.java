package io.evaldata.datasets.extract;

/**
 * One entry of an archive, as its header describes it.
 *
 * @param name the path in the archive, normalised: {@code /} between segments, no leading {@code ./}, no doubled or trailing slash
 * @param size bytes of content, as declared
 * @param kind what the entry is
 * @param link where a link points, as written in the archive; empty for everything else and for links in a zip
 */
public record Member(String name, long size, Kind kind, String link) {

    /** What an archive entry is. */
    public enum Kind {
        FILE,
        DIRECTORY,
        SYMBOLIC_LINK,
        HARD_LINK,
        /** A device, a pipe, a sparse file: nothing a dataset holds. */
        OTHER
    }

    /** Whether the member is an ordinary file. */
    public boolean isFile() {
        return kind == Kind.FILE;
    }

    /** The last segment of the name. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
