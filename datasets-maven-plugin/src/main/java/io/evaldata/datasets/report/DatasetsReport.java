package io.evaldata.datasets.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.io.AtomicFile;
import io.evaldata.datasets.prepare.PreparedTrees;
import io.evaldata.datasets.prepare.Receipt;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Sizes;
import io.evaldata.datasets.prepare.Verification.Result;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A page about prepared datasets, with pictures, and the same as JSON. */
public final class DatasetsReport {
    /** All pictures of a page together, encoded: what is left of 15 MB after text, charts and legends. */
    private static final long ROOM_FOR_PICTURES = 10_000_000;

    private final ReportHead head;
    private final List<DatasetReport> datasets;

    private DatasetsReport(ReportHead head, List<DatasetReport> datasets) {
        this.head = head;
        this.datasets = datasets;
    }

    /**
     * What is said about one dataset in a line.
     *
     * @param id its id
     * @param title its name for people
     * @param state {@code ok}, {@code damaged} or {@code missing}
     * @param pictures how many it has
     * @param content its files and bytes; empty when it is not prepared
     */
    public record Line(String id, String title, String state, int pictures, String content) {}

    /** Is told what is being looked at. */
    @FunctionalInterface
    public interface Listener {
        void looking(Result result);
    }

    /**
     * Looks the datasets over, in the order of the catalogue. Damaged files are shown as such.
     *
     * @param results the verdicts on them
     * @param deep whether every file was read for these
     * @throws java.io.InterruptedIOException when interrupted
     */
    public static DatasetsReport of(Request request, List<Result> results, boolean deep, Clock clock, Listener listener)
            throws IOException {
        List<DatasetReport> datasets = new ArrayList<>();
        List<Dataset> order = List.copyOf(request.catalog().all());
        List<Result> ordered = results.stream()
                .sorted(Comparator.comparingInt(result -> order.indexOf(result.dataset())))
                .toList();
        for (Result result : ordered) {
            listener.looking(result);
            datasets.add(survey(request, result, ROOM_FOR_PICTURES / results.size()));
        }
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new DatasetsReport(new ReportHead(now, request.roots().root().toString(), deep), List.copyOf(datasets));
    }

    private static DatasetReport survey(Request request, Result result, long room) throws IOException {
        if (result.receipt().isEmpty()) {
            return DatasetSurvey.absent(result.dataset(), result.verdict());
        }
        Receipt receipt = result.receipt().get();
        return new DatasetSurvey(result.dataset(), PreparedTrees.of(request, result.dataset()), request.threads())
                .run(receipt, result.verdict(), room);
    }

    /**
     * Writes {@code index.html} and {@code report.json}.
     *
     * @return the page
     */
    public Path write(Path folder) throws IOException {
        Path page = folder.resolve("index.html");
        AtomicFile.write(folder.resolve("report.json"), json().getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(page, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            new ReportPage(new Html(writer), head, datasets).write();
            writer.flush();
        });
        return page;
    }

    /** A line per dataset, for pages that link to this one. */
    public List<Line> lines() {
        return datasets.stream().map(DatasetsReport::line).toList();
    }

    private static Line line(DatasetReport report) {
        String content = report.receipt()
                .map(receipt -> Words.count(receipt.files(), "file") + ", " + Sizes.text(receipt.bytes()))
                .orElse("");
        boolean sample = report.receipt().filter(Receipt::ofStandIn).isPresent();
        String title = report.dataset().title() + (sample ? " (sample)" : "");
        return new Line(report.dataset().id(), title, report.state(), report.pictures(), content);
    }

    /** The report for machines. */
    String json() throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new ObjectMapper()
                        .writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(lines)
                                .withArrayIndenter(lines))
                        .writeValueAsString(ReportJson.of(head, datasets))
                + "\n";
    }
}
