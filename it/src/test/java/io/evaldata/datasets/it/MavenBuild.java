package io.evaldata.datasets.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Maven build as its own process, in a folder of its own.
 *
 * <p>It finds the plugin of this very build in a local repository that only test builds use, and everything else, without
 * network, in the local repository of the build that runs the tests. Its user has an empty home folder beside the folder
 * it runs in.
 */
final class MavenBuild {
    private static final String VERSION = System.getProperty("it.version");
    private static final Path LOCAL_REPOSITORY = Path.of(System.getProperty("it.local-repository"));
    private static final Path OUTER_REPOSITORY = Path.of(System.getProperty("it.outer-repository"));
    private static final long LIMIT_MINUTES = 5;

    /** Maven 3.8 begins and ends with this whether or not it prints colours. */
    private static final String RESET = "\u001b[0m";

    /** The mirror keeps test builds from the network; it does not stand for datasets, as its layout is another. */
    private static final String SETTINGS =
            """
            <settings>
              <localRepository>%s</localRepository>
              <mirrors>
                <mirror>
                  <id>outer</id>
                  <mirrorOf>*</mirrorOf>
                  <url>%s</url>
                </mirror>
                %s
              </mirrors>
              %s
            </settings>
            """;

    private final Path folder;
    private final List<String> arguments = new ArrayList<>(List.of("-B", "-ntp"));
    private Distribution distribution = Distribution.RUNNING;
    private String mirrors = "";
    private String settings = "";
    private int megabytes = 256;
    private boolean terminal;

    private MavenBuild(Path folder) {
        this.folder = folder;
    }

    /** A build that runs in this folder, with {@code -B -ntp}. */
    static MavenBuild in(Path folder) {
        return new MavenBuild(folder);
    }

    /** The goal by its full coordinates, as it is called where no POM names the plugin. */
    static String goal(String name) {
        return "io.evaldata:datasets-maven-plugin:" + VERSION + ":" + name;
    }

    /** The version under test. */
    static String version() {
        return VERSION;
    }

    /** The local repository of all test builds. */
    static Path localRepository() {
        return LOCAL_REPOSITORY;
    }

    MavenBuild on(Distribution other) {
        distribution = other;
        return this;
    }

    MavenBuild with(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    /** Runs it on a pseudo terminal, which util-linux's {@code script} makes. */
    MavenBuild onTerminal() {
        terminal = true;
        return this;
    }

    /** Replaces {@code -B -ntp}. */
    MavenBuild withOnly(String... others) {
        arguments.clear();
        return with(others);
    }

    /** Adds {@code <mirror>} elements to the settings. */
    MavenBuild mirrors(String elements) {
        mirrors = elements;
        return this;
    }

    /** Adds further elements to the settings. */
    MavenBuild settings(String elements) {
        settings = elements;
        return this;
    }

    /** The largest heap. */
    MavenBuild heap(int most) {
        megabytes = most;
        return this;
    }

    /** The home folder of the user who builds. */
    Path home() {
        return folder.resolveSibling(folder.getFileName() + "-home");
    }

    /** Runs it to its end. */
    MavenRun run() throws IOException, InterruptedException {
        try (Running running = start()) {
            return running.await();
        }
    }

    /** Starts it. */
    Running start() throws IOException {
        List<String> command = command();
        command.addAll(arguments);
        if (terminal) {
            command = List.of("script", "-qec", String.join(" ", command), "/dev/null");
        }
        Path log = Files.createTempFile(home(), "build", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        prepare(builder.environment());
        return new Running(builder.start(), log, String.join(" ", arguments));
    }

    /** The command that calls Maven with the settings, which it writes; what is asked of Maven comes behind. */
    List<String> command() throws IOException {
        Path settingsFile = Files.createDirectories(home()).resolve("settings.xml");
        Files.writeString(
                settingsFile, SETTINGS.formatted(LOCAL_REPOSITORY, OUTER_REPOSITORY.toUri(), mirrors, settings));
        return new ArrayList<>(List.of(
                distribution.command().toString(),
                "-s",
                settingsFile.toString(),
                "-gs",
                settingsFile.toString(),
                "-Dmaven.repo.local=" + LOCAL_REPOSITORY));
    }

    /** Takes out of an environment what could change the build, and puts in whose build it is. */
    void prepare(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name -> name.startsWith("MAVEN_") || name.startsWith("M2_") || name.startsWith("XDG_"));
        environment.remove("HF_TOKEN");
        environment.put("HOME", home().toString());
        environment.put("TERM", "xterm");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put(
                "MAVEN_OPTS", "-Xmx" + megabytes + "m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home=" + home());
    }

    /** A build under way. */
    static final class Running implements AutoCloseable {
        private final Process process;
        private final Path log;
        private final String arguments;

        private Running(Process process, Path log, String arguments) {
            this.process = process;
            this.log = log;
            this.arguments = arguments;
        }

        MavenRun await() throws IOException, InterruptedException {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                close();
                throw new AssertionError("not done after " + LIMIT_MINUTES + " minutes:\n" + output());
            }
            return new MavenRun(arguments, process.exitValue(), output().replace(RESET, ""));
        }

        boolean isAlive() {
            return process.isAlive();
        }

        /** Ends it as {@code kill -9} does, without a word. */
        void kill() throws InterruptedException {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }

        /** Asks it to end, which the JVM hears as it hears Ctrl-C; what a shell starts in the background is deaf to the latter. */
        void interrupt() throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }

        String output() throws IOException {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
