package io.evaldata.datasets.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.catalog.Access;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.download.Expectation;
import io.evaldata.datasets.download.FetchRequest;
import io.evaldata.datasets.download.FileKind;
import io.evaldata.datasets.download.Gate;
import io.evaldata.datasets.prepare.Amount;
import io.evaldata.datasets.prepare.Plan;
import io.evaldata.datasets.prepare.Reason;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.codehaus.plexus.PlexusContainer;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;

/** What is told of a run while it runs. */
class BuildLogTest {
    private final Dataset coco = CatalogReader.builtIn().catalog().get("coco");
    private final Dataset dtd = CatalogReader.builtIn().catalog().get("dtd");
    private final List<String> lines = new ArrayList<>();
    private final ProgressBoard board = new ProgressBoard(() -> 0);
    private final BuildLog log = log();

    @Test
    void theOnlyDatasetThatFailsDoesNotSpeakOfOthers() {
        log.planned(plan(false, coco));
        log.failed(coco, "because");
        assertThat(lines).last().isEqualTo("coco: failed");
    }

    @Test
    void oneOfSeveralThatFailsDoes() {
        log.planned(plan(false, coco, dtd));
        log.failed(coco, "because");
        assertThat(lines).last().isEqualTo("coco: failed; the others go on");
    }

    @Test
    void thatNothingIsPreparedYetIsSaidOfAllInOneLine() {
        log.planned(plan(false, coco, dtd));
        log.preparing(coco, Reason.NEW);
        log.preparing(dtd, Reason.of("its catalogue entry changed"));
        assertThat(lines)
                .containsExactly("2 of 2 datasets to prepare, about 2 B to fetch", "dtd: its catalogue entry changed");
    }

    @Test
    void nothingIsCalledADownloadThatIsReadFromThisMachine() {
        log.planned(plan(true, coco));
        log.preparing(coco, Reason.NEW);
        FetchRequest request = new FetchRequest(
                "coco",
                "val2017.zip",
                List.of(),
                new Expectation(OptionalLong.empty(), Set.of(), FileKind.ZIP),
                new Gate(Access.OPEN, Optional.empty()));
        log.started(request, URI.create("file:///samples/val2017.zip"), 5, 0);
        assertThat(lines).containsExactly("1 of 1 samples to make, without network");
        assertThat(board.standing().works()).extracting(Standing.Work::phase).containsExactly("reading val2017.zip");
    }

    private static Plan plan(boolean sample, Dataset... datasets) {
        List<Plan.Item> items = new ArrayList<>();
        for (Dataset dataset : datasets) {
            items.add(new Plan.Item(
                    dataset,
                    Path.of("data"),
                    Optional.of(Reason.NEW),
                    List.of(),
                    List.of(new Plan.WayCost("way", Amount.about(1), Optional.empty(), "")),
                    Amount.NONE,
                    List.of()));
        }
        return new Plan(sample, items, Amount.NONE, Amount.NONE);
    }

    private static MavenSession session() {
        try {
            return MavenSession.class
                    .getConstructor(
                            PlexusContainer.class,
                            RepositorySystemSession.class,
                            MavenExecutionRequest.class,
                            MavenExecutionResult.class)
                    .newInstance(null, null, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private BuildLog log() {
        SystemStreamLog kept = new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                lines.add(content.toString());
            }

            @Override
            public void warn(CharSequence content) {
                lines.add(content.toString());
            }
        };
        ProgressDisplay display = new ProgressDisplay(board, ProgressMode.NONE, text -> {}, line -> {}, () -> 0);
        TransferProgress none = new TransferProgress(session(), false);
        return new BuildLog(kept, Scope.EVAL, false, ProgressMode.NONE, none, board, display);
    }
}
