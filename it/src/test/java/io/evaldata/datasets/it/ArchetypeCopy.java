package io.evaldata.datasets.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The archetype under another name, as it is when built from a Windows checkout that rewrites line ends. */
final class ArchetypeCopy {
    private static final String POM =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>io.evaldata</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
            </project>
            """;

    private ArchetypeCopy() {}

    /** Installs it in the local repository of test builds. */
    static void withWindowsLineEnds(String artifactId) throws IOException {
        Path installed = installed(artifactId);
        Files.createDirectories(installed);
        String name = artifactId + "-" + MavenBuild.version();
        Files.writeString(installed.resolve(name + ".pom"), POM.formatted(artifactId, MavenBuild.version()));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        Path original = installed("datasets-archetype").resolve("datasets-archetype-" + MavenBuild.version() + ".jar");
        try (ZipFile jar = new ZipFile(original.toFile());
                ZipOutputStream out = new ZipOutputStream(copy)) {
            Enumeration<? extends ZipEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = jar.getInputStream(entry).readAllBytes();
                out.write(entry.getName().endsWith(".onnx") ? content : withWindowsLineEnds(content));
            }
        }
        Files.write(installed.resolve(name + ".jar"), copy.toByteArray());
    }

    private static Path installed(String artifactId) {
        return MavenBuild.localRepository()
                .resolve("io/evaldata")
                .resolve(artifactId)
                .resolve(MavenBuild.version());
    }

    private static byte[] withWindowsLineEnds(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
