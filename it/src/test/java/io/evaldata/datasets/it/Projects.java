package io.evaldata.datasets.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes the POMs of test projects. */
final class Projects {
    private static final String POM =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>org.example</groupId>
              <artifactId>%s</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <name>%s</name>
            %s
            </project>
            """;

    private static final String BUILD =
            """
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.evaldata</groupId>
                    <artifactId>datasets-maven-plugin</artifactId>
                    <version>%s</version>
                    <executions>
                      <execution>
                        <goals>
                          <goal>prepare</goal>
                        </goals>
                      </execution>
                    </executions>
                    <configuration>
            %s
                    </configuration>
                  </plugin>
            %s
                </plugins>
              </build>
            """;

    /** A plugin that comes after ours in a later phase and writes down what ours told it. */
    private static final String LATER_PLUGIN =
            """
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-resources-plugin</artifactId>
                    <version>3.3.1</version>
                    <executions>
                      <execution>
                        <id>evaluate</id>
                        <phase>integration-test</phase>
                        <goals>
                          <goal>copy-resources</goal>
                        </goals>
                        <configuration>
                          <encoding>UTF-8</encoding>
                          <outputDirectory>${project.build.directory}/evaluated</outputDirectory>
                          <resources>
                            <resource>
                              <directory>evaluation</directory>
                              <filtering>true</filtering>
                            </resource>
                          </resources>
                        </configuration>
                      </execution>
                    </executions>
                  </plugin>
            """;

    private Projects() {}

    /** A project that prepares datasets before its integration tests. */
    static Path preparing(Path folder, String configuration) throws IOException {
        return write(folder, BUILD.formatted(MavenBuild.version(), configuration, ""));
    }

    /** The same, with a later plugin that filters the given text into {@code target/evaluated/told.txt}. */
    static Path preparingAndTelling(Path folder, String configuration, String text) throws IOException {
        Files.createDirectories(folder.resolve("evaluation"));
        Files.writeString(folder.resolve("evaluation/told.txt"), text);
        return write(folder, BUILD.formatted(MavenBuild.version(), configuration, LATER_PLUGIN));
    }

    /** A project that only names modules. */
    static Path aggregating(Path folder, String... modules) throws IOException {
        String list = Arrays.stream(modules)
                .map(module -> "    <module>" + module + "</module>\n")
                .collect(Collectors.joining());
        return write(folder, "  <modules>\n" + list + "  </modules>");
    }

    private static Path write(Path folder, String more) throws IOException {
        Files.createDirectories(folder.resolve(".mvn"));
        String name = folder.getFileName().toString();
        Files.writeString(folder.resolve("pom.xml"), POM.formatted(name, name, more));
        return folder;
    }
}
