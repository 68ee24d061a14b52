package io.evaldata.datasets.it;

import static io.evaldata.datasets.it.MavenBuild.goal;
import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.it.originals.Original;
import io.evaldata.datasets.it.originals.Textures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked for bytes, and who is not. */
class OnlineIT {
    private static final Original TEXTURES = Textures.ofFiles(20);

    @TempDir
    private Path temp;

    private Path folder;
    private Path overlay;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temp.resolve("work"));
        overlay = Original.overlay(temp.resolve("overlay.json"), List.of(TEXTURES));
    }

    @Test
    void opensNoSocketWhenOffline() throws Exception {
        MavenBuild.in(folder).with(goal("help")).run().succeeds();
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            new Thread(() -> count(server, connections)).start();
            prepare("http://127.0.0.1:" + server.getLocalPort(), "dtd")
                    .with("-o")
                    .run()
                    .fails()
                    .counts(0, 0, 1)
                    .says("dtd-r1.0.1.tar.gz", "offline");
        }
        assertThat(connections).hasValue(0);
    }

    private static void count(ServerSocket server, AtomicInteger connections) {
        try {
            while (true) {
                server.accept().close();
                connections.incrementAndGet();
            }
        } catch (IOException e) {
            // The test has closed the server.
            return;
        }
    }

    @Test
    void needsNobodyWhenOfflineAndEverythingIsThere() throws Exception {
        try (Publisher publisher = publisher()) {
            prepare(publisher.base(), "dtd").run().succeeds().counts(1, 0, 0);
        }
        prepare("http://127.0.0.1:9", "dtd").with("-o").run().succeeds().counts(0, 1, 0);
    }

    @Test
    void preparesAgainFromKeptArchivesWhenOffline() throws Exception {
        try (Publisher publisher = publisher()) {
            prepare(publisher.base(), "dtd")
                    .with("-Ddatasets.keepArchives=true")
                    .run()
                    .succeeds();
        }
        Path elsewhere = temp.resolve("elsewhere");
        prepare("http://127.0.0.1:9", "dtd")
                .with("-o", "-Ddatasets.root.classification=" + elsewhere)
                .run()
                .succeeds()
                .counts(1, 0, 0);
        assertThat(elsewhere.resolve("dtd/dtd/labels/test1.txt")).isRegularFile();
    }

    @Test
    void oneThatFailsDoesNotStopTheOthersAndSaysWhatToDo() throws Exception {
        try (Publisher publisher = publisher()) {
            MavenRun run = prepare(publisher.base(), "coco,dtd").run().fails().counts(1, 0, 1);
            run.says("coco: failed; the others go on", "val2017.zip", "not found");
            assertThat(temp.resolve("root/classification/dtd/dtd/labels/test1.txt"))
                    .isRegularFile();
        }
    }

    @Test
    void aWrongDigestIsRefusedAndNamesBoth() throws Exception {
        try (Publisher publisher = publisher()) {
            byte[] right = TEXTURES.addresses().values().iterator().next();
            byte[] damaged = right.clone();
            damaged[damaged.length / 2] ^= 1;
            TEXTURES.addresses().keySet().forEach(address -> publisher.publish(address, damaged));
            prepare(publisher.base(), "dtd").run().fails().counts(0, 0, 1).says("sha256", Digest.sha256(right));
            assertThat(temp.resolve("root/classification/dtd")).doesNotExist();
        }
    }

    @Test
    void mirrorsOfSettingsStandInForPublishersWhenTheirLayoutSaysSo() throws Exception {
        try (Publisher publisher = publisher()) {
            MavenBuild.in(folder)
                    .on(Distribution.MAVEN_3_9)
                    .mirrors(
                            """
                            <mirror>
                              <id>datasets-mirror</id>
                              <mirrorOf>*</mirrorOf>
                              <mirrorOfLayouts>dataset</mirrorOfLayouts>
                              <url>%s</url>
                            </mirror>
                            """
                                    .formatted(publisher.base()))
                    .with(
                            goal("prepare"),
                            "-Ddatasets=dtd",
                            "-Ddatasets.root=" + temp.resolve("root"),
                            "-Ddatasets.catalogs=" + overlay)
                    .run()
                    .succeeds()
                    .counts(1, 0, 0);
            assertThat(publisher.requests()).isNotEmpty();
        }
    }

    /** Both ciphers were made by Maven 3.9.16: of "secret", with the master password "master". */
    @Test
    void anEncryptedPasswordReachesItsServerAndNoLog() throws Exception {
        try (Publisher publisher = publisher()) {
            MavenBuild build = prepare(publisher.base(), "dtd")
                    .on(Distribution.MAVEN_3_9)
                    .with("-X")
                    .settings(
                            """
                            <servers>
                              <server>
                                <id>127.0.0.1</id>
                                <username>reader</username>
                                <password>{IYrgYsX1wdIHgk7J0pdhRg95OmMq8stkqqXgISA0KNc=}</password>
                              </server>
                            </servers>
                            """);
            Files.writeString(
                    Files.createDirectories(build.home().resolve(".m2")).resolve("settings-security.xml"),
                    "<settingsSecurity><master>{EE+Ay01lRj4Heie1G4HZb/93NQ3FoPFgnIF9Igt+DZE=}</master></settingsSecurity>");
            String basic = Base64.getEncoder().encodeToString("reader:secret".getBytes(StandardCharsets.UTF_8));
            build.run().succeeds().counts(1, 0, 0).doesNotSay("secret", basic);
            assertThat(publisher.authorizations()).containsExactly("Basic " + basic);
        }
    }

    @Test
    void filesFetchedByHandAreUsedFirstAndStay() throws Exception {
        Path manual = Files.createDirectories(temp.resolve("by hand"));
        for (Map.Entry<URI, byte[]> file : TEXTURES.addresses().entrySet()) {
            Files.write(manual.resolve("dtd-r1.0.1.tar.gz"), file.getValue());
        }
        prepare("http://127.0.0.1:9", "dtd")
                .with("-Ddatasets.manualDir=" + manual)
                .run()
                .succeeds()
                .counts(1, 0, 0);
        assertThat(manual.resolve("dtd-r1.0.1.tar.gz")).isRegularFile();
    }

    private static Publisher publisher() throws IOException {
        Publisher publisher = new Publisher();
        TEXTURES.addresses().forEach(publisher::publish);
        return publisher;
    }

    private MavenBuild prepare(String mirror, String datasets) {
        return MavenBuild.in(folder)
                .with(
                        goal("prepare"),
                        "-Ddatasets=" + datasets,
                        "-Ddatasets.root=" + temp.resolve("root"),
                        "-Ddatasets.mirror=" + mirror,
                        "-Ddatasets.catalogs=" + overlay);
    }
}
