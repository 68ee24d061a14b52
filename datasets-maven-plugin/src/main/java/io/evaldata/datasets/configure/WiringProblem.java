package io.evaldata.datasets.configure;

import java.nio.file.Path;

/**
 * Why a file cannot be wired.
 *
 * @param file the file
 * @param line number of the line in question, from 1; 0 when it is about the file as a whole
 * @param lineText the line as it stands in the file
 * @param what what is wrong with it
 */
public record WiringProblem(Path file, int line, String lineText, String what) {

    static WiringProblem at(PythonFile file, int offset, String what) {
        return new WiringProblem(file.path(), file.line(offset), file.lineText(offset), what);
    }

    static WiringProblem about(Path file, String what) {
        return new WiringProblem(file, 0, "", what);
    }

    @Override
    public String toString() {
        return line == 0 ? file + ": " + what : file + ":" + line + ": " + what + "\n      " + lineText;
    }
}
