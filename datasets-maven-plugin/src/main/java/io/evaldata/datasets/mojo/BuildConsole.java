package io.evaldata.datasets.mojo;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** What the build writes to, and how its user wants progress to be shown there. */
final class BuildConsole {
    /** One for all: the JVM keeps every stream on this descriptor for good. */
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final MavenSession session;
    private final Log log;

    BuildConsole(MavenSession session, Log log) {
        this.session = session;
        this.log = log;
    }

    /** How to show progress, from what Maven was told and what it writes to. */
    ProgressMode mode() {
        List<String> options = options();
        if (!log.isInfoEnabled() || options.contains("-ntp") || options.contains("--no-transfer-progress")) {
            return ProgressMode.NONE;
        }
        boolean toFile = options.stream().anyMatch(option -> option.equals("-l") || option.startsWith("--log-file"));
        if (!session.getRequest().isInteractiveMode() || toFile || !isTerminal()) {
            return ProgressMode.LINES;
        }
        return isPlain() || session.getRequest().getDegreeOfConcurrency() > 1 ? ProgressMode.MAVEN : ProgressMode.LIVE;
    }

    /**
     * What Maven was called with: its session has no word for {@code -ntp}, and its transfer listener does not tell. The
     * command is a system property of every common Java; Maven adds the options of {@code .mvn/maven.config} to it.
     */
    private List<String> options() {
        String command = session.getSystemProperties().getProperty("sun.java.command", "");
        List<String> options = new ArrayList<>(List.of(command.split("\\s+", -1)));
        Path folder = session.getRequest().getMultiModuleProjectDirectory() == null
                ? Path.of("")
                : session.getRequest().getMultiModuleProjectDirectory().toPath();
        try {
            Path config = folder.resolve(".mvn").resolve("maven.config");
            if (Files.isRegularFile(config)) {
                options.addAll(List.of(Files.readString(config).split("\\s+", -1)));
            }
        } catch (IOException e) {
            log.debug("not readable: .mvn/maven.config", e);
        }
        return options;
    }

    /** No codes for terminals that know none, or when the user wants no colours. */
    private boolean isPlain() {
        Map<String, String> environment = System.getenv();
        boolean unix = !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        return "never".equals(session.getUserProperties().getProperty("style.color"))
                || (unix && Set.of("", "dumb").contains(environment.getOrDefault("TERM", "")));
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .map(BuildConsole::isTerminal)
                .orElse(false);
    }

    /** Up to Java 21 there is a console only where there is a terminal; later ones can be asked. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Writes to the terminal past {@code System.out}, of which Maven 4 makes lines of its log; never closed. */
    static void print(String text) {
        System.out.flush();
        try {
            OUT.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
