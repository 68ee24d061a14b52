package io.evaldata.datasets.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.prepare.Receipt;
import io.evaldata.datasets.prepare.Verification.Result;
import io.evaldata.datasets.verify.Finding;
import io.evaldata.datasets.verify.Finding.Kind;
import io.evaldata.datasets.verify.Verdict;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What verify advises. */
class VerifyAdviceTest {
    private static final String MEND = "mvn datasets:verify -Ddatasets.repair mends what is damaged.";
    private static final String MOVE = "Move elsewhere what is unexpected: only what the plugin made is deleted by it.";

    @Test
    void whatIsDamagedIsMended() throws IOException {
        assertThat(advice(Set.of()).on(List.of(found("dtd", Kind.SIZE)))).isEqualTo(MEND);
    }

    @Test
    void whatWasMadeAgainIsNotSentRoundInCircles() throws IOException {
        Result coco = found("coco", Kind.COUNT);
        String still = "dtd was made again from its sources and is still so: the checks in the catalogue file, or the"
                + " sources, are wrong.";
        assertThat(advice(Set.of("dtd")).on(List.of(found("dtd", Kind.LABELS)))).isEqualTo(still);
        assertThat(advice(Set.of("dtd")).on(List.of(coco, found("dtd", Kind.LABELS))))
                .isEqualTo(MEND + " " + still);
        assertThat(advice(Set.of("coco", "dtd")).on(List.of(coco, found("dtd", Kind.LABELS))))
                .startsWith("coco, dtd were made again from their sources and are still so");
    }

    @Test
    void aFileOfOthersIsToBeMovedAndNotRepaired() throws IOException {
        assertThat(advice(Set.of()).on(List.of(found("dtd", Kind.UNEXPECTED)))).isEqualTo(MOVE);
        assertThat(advice(Set.of()).on(List.of(found("dtd", Kind.UNEXPECTED, Kind.MISSING))))
                .isEqualTo(MEND + " " + MOVE);
    }

    @Test
    void whatIsNotThereIsPrepared() throws IOException {
        Result absent = new Result(CatalogReader.builtIn().catalog().get("dtd"), Optional.empty(), Verdict.good());
        assertThat(advice(Set.of()).on(List.of(absent))).isEqualTo("mvn datasets:prepare makes what is not there.");
    }

    private static VerifyAdvice advice(Set<String> madeAgain) {
        return new VerifyAdvice("mvn datasets:verify", "mvn datasets:prepare", madeAgain);
    }

    private static Result found(String id, Kind... kinds) throws IOException {
        TreeMap<Kind, Long> totals = new TreeMap<>();
        Arrays.stream(kinds).forEach(kind -> totals.put(kind, 1L));
        List<Finding> findings = Arrays.stream(kinds)
                .map(kind -> new Finding(kind, "a", "this", "that"))
                .toList();
        Receipt receipt = new Receipt(1, id, "real", "evaluation", "/data", "", "", "", "", List.of(), "", 1, 1, "");
        return new Result(
                CatalogReader.builtIn().catalog().get(id),
                Optional.of(receipt),
                new Verdict(findings, totals, new TreeSet<>()));
    }
}
