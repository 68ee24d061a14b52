package io.evaldata.datasets.configure;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** File names for tests, as far as the platform can hold them. */
final class FileNames {
    private FileNames() {}

    /** The characters of a text that may stand in a path here. */
    static List<String> usable(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(FileNames::isUsable)
                .toList();
    }

    /** The text without the characters that may not stand in a path here. */
    static String usablePart(String text) {
        return String.join("", usable(text));
    }

    private static boolean isUsable(String character) {
        try {
            return !Path.of("x" + character).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
