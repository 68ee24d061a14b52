package ${package}.classification;

import java.util.Locale;

/** Turns the names of folders and lists into words that a text tower knows. */
final class ClassNames {
    private ClassNames() {}

    static String readable(String name) {
        return name.replace('_', ' ').replace('/', ' ').strip().toLowerCase(Locale.ROOT);
    }
}
