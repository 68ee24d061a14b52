package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.catalog.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people call the classes of a classification dataset. */
final class ClassNames {
    /** The part of a pattern that says the class. */
    static final String PART = "class";

    private final List<String> names;
    private final Map<String, String> byFolder = new HashMap<>();

    private ClassNames(List<String> names) {
        this.names = names;
    }

    static ClassNames of(Dataset dataset) {
        ClassNames classNames = new ClassNames(dataset.presentation().classNames());
        for (Check check : dataset.checks()) {
            if (check instanceof Check.Folders folders && folders.names().size() == classNames.names.size()) {
                for (int i = 0; i < classNames.names.size(); i++) {
                    classNames.byFolder.put(folders.names().get(i), classNames.names.get(i));
                }
            }
        }
        return classNames;
    }

    /** The name of the class that a folder or list calls so: the published name where there is one, with that behind it. */
    String of(String text) {
        String name = byFolder.get(text);
        return name == null ? text : name + " (" + text + ")";
    }

    /** The name of a class number, from 0 on. */
    String ofNumber(int number) {
        return number >= 0 && number < names.size() ? names.get(number) : "class " + (number + 1);
    }
}
