package io.evaldata.datasets.mojo;

import com.fasterxml.jackson.databind.JsonNode;
import io.evaldata.datasets.io.AtomicFile;
import io.evaldata.datasets.prepare.Roots;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that answers a question, to people or to machines. */
public abstract class AnsweringMojo extends DatasetsMojo {
    /**
     * How to answer: {@code text} for people, or {@code json} for machines. JSON goes to the standard output as it is,
     * without the prefixes of the log and also under {@code -q}: {@code mvn -q datasets:plan -Ddatasets.format=json}.
     * Its fields are described in {@code docs/json.md}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.format", defaultValue = "text")
    String format;

    /**
     * A file to write the answer to, in either format, instead of showing it. A relative path is meant from the project.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.outputFile")
    File outputFile;

    protected AnsweringMojo(MavenSession session, MojoExecution execution) {
        super(session, execution);
    }

    /** A builder that has already looked at how the answer is wanted. */
    final RequestBuilder requests() {
        return new RequestBuilder(this).answering(format, outputFile);
    }

    final boolean isForMachines() {
        return "json".equals(format);
    }

    /** Whether people see the answer in the log. */
    final boolean isShown() {
        return outputFile == null && !isForMachines() && getLog().isInfoEnabled();
    }

    /** Writes the answer to where it always lies; it is not the answer that fails where nothing may be written. */
    final void keep(String name, Roots roots, JsonNode json) throws IOException {
        Path file = new ProjectOutputs(session).reports(roots).resolve(name);
        try {
            AtomicFile.write(file, (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (FileSystemException e) {
            getLog().warn(file + " could not be written (" + DatasetsMojo.described(e)
                    + "); datasets.outputFile names another file");
        }
    }

    /** Shows or writes the answer. */
    final void answer(List<String> text, JsonNode json) throws IOException {
        String answer = isForMachines() ? json.toPrettyString() + "\n" : String.join("\n", text) + "\n";
        if (outputFile != null) {
            Path file = outputFile.toPath().toAbsolutePath();
            byte[] content = answer.getBytes(StandardCharsets.UTF_8);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.write(
                        file, content, StandardOpenOption.WRITE); // a pipe or /dev/stdout must not give way to a file
            } else {
                AtomicFile.write(file, content);
            }
            getLog().info("written: " + file);
        } else if (isForMachines()) {
            BuildConsole.print(answer);
        } else {
            text.forEach(getLog()::info);
        }
    }
}
