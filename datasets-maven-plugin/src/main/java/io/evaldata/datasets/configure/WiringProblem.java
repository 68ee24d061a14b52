package io.evaldata.datasets.configure;

import java.nio.file.Path;

/**
 * Why a file cannot be wired.
 *
 * @param file the file
 * @param line number of the line in question, from 1; 0 when it is about the file as a whole
 * @param lineText the line as it stands in the file
 * @param what what is wrong with it
 * @param remedy what to do about it, as a sentence
 */
public record WiringProblem(Path file, int line, String lineText, String what, String remedy) {
    private static final String WRITE_PLAINLY =
            "Write each root as one plain string, such as data_root = '/data/VOCdevkit/VOC2012',"
                    + " or let segConfigs name only the folder with the configs to wire.";

    static WiringProblem at(PythonFile file, int offset, String what) {
        return new WiringProblem(file.path(), file.line(offset), file.lineText(offset), what, WRITE_PLAINLY);
    }

    static WiringProblem about(Path file, String what) {
        return new WiringProblem(file, 0, "", what, WRITE_PLAINLY);
    }

    /** A problem of the catalogue entry that a config is written from. */
    static WiringProblem ofEntry(Path file, String what) {
        return new WiringProblem(
                file, 0, "", what, "Correct the dataset's entry in the catalogue file and run the same command again.");
    }

    @Override
    public String toString() {
        return line == 0 ? file + ": " + what : file + ":" + line + ": " + what + "\n      " + lineText;
    }
}
