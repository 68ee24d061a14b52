package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Does what a page tells its reader to do, from top to bottom, in a folder and with a home folder of its own.
 *
 * <p>The page's commands are handed to bash as they are. What differs from a reader's machine:
 *
 * <ul>
 *   <li>{@code mvn} is a script that adds {@code -Ddatasets.sample=true}, so that no real dataset is fetched, uses the
 *       local repository of the tests, offline, and passes {@code -B -ntp}.
 *   <li>A POM that sets a root gets {@code <sample>} beside it: a root of real data is none for stand-ins.
 *   <li>The folder {@code /data} is one in the test's folder.
 *   <li>Where there is no POM, {@code mvn install} and {@code mvn verify} do nothing: they are the build that runs this.
 * </ul>
 */
final class DocumentedSteps {
    private static final String MVN =
            """
            #!/bin/bash
            set -euo pipefail
            if [[ ! -f pom.xml && ( "$*" == "-q install -DskipTests" || "$*" == verify ) ]]; then
                exit 0
            fi
            sample=-Ddatasets.sample=true
            if grep -qs "<sample>" pom.xml; then
                sample=-Ddatasets.skip=false
            fi
            exec %s -B -ntp -o -Daether.offline.protocols=file "$sample" "$@"
            """;

    private static final List<String> OF_CI_FILES = List.of("run", "script");

    private final Path temp;
    private final Path folder;
    private String settings = "";
    private String mirrors = "";
    private String output = "";
    private boolean pomIsUntried;

    DocumentedSteps(Path temp) throws IOException {
        this.temp = temp;
        this.folder = Files.createDirectories(temp.resolve("project"));
    }

    /** Does what one block says. */
    void take(Fence fence) throws IOException, InterruptedException {
        switch (fence.language()) {
            case "sh" -> run(fence, fence.text());
            case "xml" -> xml(fence);
            case "yaml", "json" -> file(fence);
            case "python" -> python(fence);
            case "text" -> compare(fence);
            default -> throw new AssertionError("nobody knows how to try " + fence);
        }
    }

    /** The end of the page. */
    void finish(Fence last) throws IOException, InterruptedException {
        tryPom(last);
    }

    private void xml(Fence fence) throws IOException, InterruptedException {
        XmlSnippet snippet = XmlSnippet.parse(fence);
        if (snippet.pom().isEmpty()) {
            settings = snippet.settings();
            mirrors = snippet.mirrors();
            return;
        }
        tryPom(fence);
        Files.createDirectories(folder.resolve(".mvn"));
        String pom = moved(snippet.pom().get()).replace("<root>", "<sample>true</sample><root>");
        Files.writeString(folder.resolve("pom.xml"), pom);
        pomIsUntried = true;
    }

    /** A POM that no command followed is built. */
    private void tryPom(Fence fence) throws IOException, InterruptedException {
        if (pomIsUntried) {
            run(fence, "mvn verify");
        }
    }

    private void file(Fence fence) throws IOException, InterruptedException {
        assertThat(fence.file()).as("the file that %s is", fence).isNotEmpty();
        Path file = folder.resolve(fence.file());
        Files.createDirectories(file.getParent());
        Files.writeString(file, moved(fence.text()));
        JsonNode content = new YAMLMapper().readTree(fence.text());
        for (String key : OF_CI_FILES) {
            for (JsonNode command : content.findValues(key)) {
                String script = command.isArray() ? lines(command) : command.asText();
                run(fence, script);
            }
        }
    }

    private static String lines(JsonNode commands) {
        StringBuilder lines = new StringBuilder();
        commands.forEach(command -> lines.append(command.asText()).append('\n'));
        return lines.toString();
    }

    private void run(Fence fence, String script) throws IOException, InterruptedException {
        pomIsUntried = false;
        execute(fence, List.of("/bin/bash", "-euo", "pipefail", "-c", moved(script)));
    }

    private void python(Fence fence) throws IOException, InterruptedException {
        Readers.require();
        execute(fence, List.of(Readers.PYTHON, "-W", "ignore", "-c", moved(fence.text())));
    }

    /** What a page shows as output must be in that of the command before; a line of three dots stands for any. */
    private void compare(Fence fence) {
        String plain = plain(output);
        plain(fence.text())
                .lines()
                .filter(line -> !line.isBlank() && !line.equals("..."))
                .forEach(line -> assertThat(plain.contains(line))
                        .as(() -> "'" + line + "' of " + fence.place() + " in the output:\n" + plain)
                        .isTrue());
    }

    private String plain(String log) {
        return log.lines()
                .map(line -> line.replaceFirst("^\\[INFO] ", "").strip())
                .collect(Collectors.joining("\n"))
                .replace(temp.resolve("data").toString(), "/data")
                .replace(home().toString(), "/home/you");
    }

    private String moved(String text) {
        return text.replaceAll(
                "(?<![\\w.~}])/data(?![\\w.-])", temp.resolve("data").toString());
    }

    private Path home() {
        return MavenBuild.in(folder).home();
    }

    private void execute(Fence fence, List<String> command) throws IOException, InterruptedException {
        MavenBuild maven = MavenBuild.in(folder).settings(settings).mirrors(mirrors);
        Path bin = Files.createDirectories(temp.resolve("bin"));
        Path mvn = bin.resolve("mvn");
        Files.writeString(
                mvn,
                MVN.formatted(
                        maven.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "))));
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        maven.prepare(environment);
        environment.put("PATH", bin + ":" + environment.get("PATH"));
        environment.put("CI_PROJECT_DIR", folder.toString());
        Process process = builder.start();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> "exit code of " + fence + "\n" + Arrays.toString(command.toArray()) + "\n" + output)
                .isZero();
    }
}
