package io.evaldata.datasets.mojo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.evaldata.datasets.catalog.Family;
import io.evaldata.datasets.io.AtomicFile;
import io.evaldata.datasets.prepare.Roots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What a build's later plugins and tests are told: properties of the project, and the same as files below {@code target}. */
final class ProjectOutputs {
    private static final String OWN = "io.evaldata.datasets.properties";

    private final MavenSession session;

    ProjectOutputs(MavenSession session) {
        this.session = session;
    }

    /** The project this goal runs in; nothing where there is no POM. */
    Optional<MavenProject> project() {
        return Optional.ofNullable(session.getCurrentProject()).filter(project -> project.getFile() != null);
    }

    /** The folder of the project for what is told about its datasets; nothing where there is no POM. */
    Optional<Path> folder() {
        return project().map(ProjectOutputs::folder);
    }

    private static Path folder(MavenProject project) {
        return Path.of(project.getBuild().getDirectory(), "datasets");
    }

    /** Whether the property was set by an earlier execution of ours, and not by the user. */
    boolean isOwnProperty(String name) {
        return project()
                .map(project -> own(project).contains(name)
                        && !session.getUserProperties().containsKey(name))
                .orElse(false);
    }

    private static Set<String> own(MavenProject project) {
        Object names = project.getContextValue(OWN);
        Set<String> own = new HashSet<>();
        if (names instanceof Set<?> found) {
            found.forEach(name -> own.add((String) name));
        }
        return own;
    }

    /**
     * Tells the project where the datasets are.
     *
     * @param roots the family roots
     * @param datasets the root of each dataset by id
     */
    void publish(Roots roots, Map<String, Path> datasets) throws IOException {
        Optional<MavenProject> found = project();
        if (found.isEmpty()) {
            return;
        }
        MavenProject project = found.get();
        Map<String, String> properties = new TreeMap<>();
        for (Family family : Family.values()) {
            properties.put("datasets.root." + family.key(), roots.of(family).toString());
        }
        datasets.forEach((id, root) -> {
            properties.put("datasets." + id + ".root", root.toString());
            properties.put(
                    "datasets." + id + ".receipt",
                    roots.state().resolve(id + ".json").toString());
        });
        Set<String> own = own(project);
        properties.keySet().stream()
                .filter(name -> !project.getProperties().containsKey(name)) // what the user set stays the user's
                .forEach(own::add);
        project.setContextValue(OWN, own);
        properties.forEach((name, value) -> {
            if (own.contains(name) && !session.getUserProperties().containsKey(name)) {
                project.getProperties().setProperty(name, value);
            }
        });
        Path folder = folder(project);
        Path text = folder.resolve("datasets.properties");
        byte[] content = text(properties);
        Path json = folder.resolve("datasets.json");
        if (!Files.exists(json) || !Files.exists(text) || !Arrays.equals(Files.readAllBytes(text), content)) {
            AtomicFile.write(
                    json,
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsBytes(properties));
            AtomicFile.write(text, content);
        }
    }

    /** Where reports for machines are written: below {@code target} in a project, else beside the receipts. */
    Path reports(Roots roots) {
        return folder().orElse(roots.state().resolve("reports"));
    }

    /** The format of java.util.Properties, without the date that it would write. */
    private static byte[] text(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                escaped.append(String.format("\\u%04x", (int) c));
            } else if (c == '\\' || (i == 0 && c == ' ')) {
                escaped.append('\\').append(c);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
