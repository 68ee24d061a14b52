package ${package}.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results of one task with one model, as text to read and JSON to compare. */
@JsonPropertyOrder({"task", "model", "results"})
public record ResultsTable(String task, String model, List<Result> results) {
    public ResultsTable {
        results = List.copyOf(results);
    }

    public String text() {
        int dataset = width(results.stream().map(Result::dataset).toList(), "dataset");
        int measure = width(results.stream().map(Result::measure).toList(), "measure");
        String layout = "%-" + dataset + "s  %-" + measure + "s  %8s  %10s";
        String header = String.format(Locale.ROOT, layout, "dataset", "measure", "percent", "items");
        String rows = results.stream()
                .map(r -> String.format(
                        Locale.ROOT,
                        layout,
                        r.dataset(),
                        r.measure(),
                        String.format(Locale.ROOT, "%.2f", 100 * r.value()),
                        r.items()))
                .collect(Collectors.joining("\n"));
        return task + ", " + model + "\n" + header + "\n" + "-".repeat(header.length()) + "\n" + rows + "\n";
    }

    /**
     * Prints the table and writes it into the folder that the system property {@code evaluation.results} names, by default
     * {@code target/evaluation}.
     */
    public void publish(PrintStream out) throws IOException {
        out.println();
        out.println(text());
        write(Path.of(System.getProperty("evaluation.results", "target/evaluation")));
    }

    /** Writes {@code <task>.txt} and {@code <task>.json} into the folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(task + ".txt"), text());
        String json =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
        Files.writeString(folder.resolve(task + ".json"), json + "\n");
    }

    private static int width(List<String> cells, String header) {
        return cells.stream().mapToInt(String::length).reduce(header.length(), Math::max);
    }
}
