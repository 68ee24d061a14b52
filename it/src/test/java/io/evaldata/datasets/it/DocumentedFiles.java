package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files and commands that a page of the documentation shows: a fenced block behind a comment {@code file: <name>} is
 * that file, every line in a block of shell is a command.
 *
 * @param files text by name, in the order of the page
 * @param commands as they are written
 */
record DocumentedFiles(Map<String, String> files, List<String> commands) {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String NAME = "<!-- file: ";

    static DocumentedFiles of(String page) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        List<String> commands = new ArrayList<>();
        String name = "";
        String fence = "";
        boolean shell = false;
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(DOCS.resolve(page))) {
            if (!fence.isEmpty() && !line.equals(fence)) {
                text.append(line).append('\n');
                if (shell) {
                    commands.add(line);
                }
            } else if (!fence.isEmpty()) {
                if (!name.isEmpty()) {
                    files.put(name, text.toString());
                }
                name = "";
                fence = "";
                text.setLength(0);
            } else if (line.startsWith("```") || line.startsWith("~~~")) {
                fence = line.substring(0, 3);
                shell = line.startsWith("```sh");
            } else if (line.startsWith(NAME)) {
                name = line.substring(NAME.length(), line.indexOf(" -->"));
            }
        }
        assertThat(files).as(page).isNotEmpty();
        return new DocumentedFiles(files, commands);
    }

    /** The text of a file. */
    String file(String name) {
        assertThat(files).containsKey(name);
        return files.get(name);
    }

    /** Writes a file to where the page has it in a project. */
    void write(String name, Path project) throws IOException {
        Path target = project.resolve(name);
        Files.createDirectories(target.getParent());
        Files.writeString(target, file(name));
    }
}
