package io.evaldata.datasets.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that stand within a line of the documentation work, in a project that names the plugin. */
class InlineCommandsIT {
    /** What is no goal of ours: Maven's own, or the build of this project, which cannot run within itself. */
    private static final Set<String> OF_OTHERS = Set.of(
            "mvn --encrypt-password",
            "mvn -e",
            "mvn -o",
            "mvn clean",
            "mvn site",
            "mvn verify",
            "mvn -q install -DskipTests",
            "mvn spotless:apply",
            "mvn generate-sources spotless:apply -pl datasets-archetype",
            "mvn test -pl datasets-maven-plugin -Dtest=DatasetPagesTest -Ddocs.write");

    /** Only generated projects have the profile; ArchetypeReadmeIT and ArchetypeRealIT build these. */
    private static final String REAL = " -Preal";

    private static final String POM =
            """
            <plugin>
              <groupId>io.evaldata</groupId>
              <artifactId>datasets-maven-plugin</artifactId>
              <version>%s</version>
              <configuration>
                <datasets>all</datasets>
                <segConfigs>seg_configs</segConfigs>
              </configuration>
            </plugin>
            """;

    @TempDir
    private Path temp;

    @Test
    void everyOneWorks() throws Exception {
        DocumentedSteps steps = new DocumentedSteps(temp);
        steps.take(new Fence("the POM", List.of("xml"), POM.formatted(MavenBuild.version())));
        steps.take(new Fence("first", List.of("sh"), "mkdir seg_configs\nmvn -q datasets:prepare\n"));
        for (Map.Entry<String, String> command : commands().entrySet()) {
            steps.take(new Fence(command.getValue(), List.of("sh"), command.getKey() + "\n"));
        }
    }

    /** Each with the page that has it. */
    private static Map<String, String> commands() throws IOException {
        Map<String, String> commands = new LinkedHashMap<>();
        for (MarkdownPage page : MarkdownPage.all()) {
            for (String code : page.codes()) {
                String command = code.replace("<id>", "dtd");
                if (command.startsWith("mvn ") && !OF_OTHERS.contains(command) && !command.endsWith(REAL)) {
                    commands.putIfAbsent(command, page.name());
                }
            }
        }
        return commands;
    }
}
