package io.evaldata.datasets.mojo;

/** How a run is shown. */
enum ProgressMode {
    /** A line per running dataset, drawn anew in place: on a terminal. */
    LIVE,
    /** The way Maven shows the transfer of artifacts: on a terminal that others write to as well, or without colours. */
    MAVEN,
    /** A line of the log every few seconds: in batch mode, and where the output goes to a file. */
    LINES,
    /** Not at all: under {@code -q} and {@code -ntp}. */
    NONE
}
