package ${package}.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTableTest {
    private final ResultsTable table = new ResultsTable(
            "retrieval",
            "some model",
            List.of(new Result("coco", "image to text R@1", 0.5, 5000), new Result("flickr30k", "R@10", 1, 1014)));

    @Test
    void alignsItsColumns() {
        assertThat(table.text())
                .isEqualTo(
                        """
                        retrieval, some model
                        dataset    measure             percent       items
                        --------------------------------------------------
                        coco       image to text R@1     50.00        5000
                        flickr30k  R@10                 100.00        1014
                        """);
    }

    @Test
    void isWrittenAsTextAndAsJson(@TempDir Path folder) throws IOException {
        table.write(folder.resolve("evaluation"));

        assertThat(folder.resolve("evaluation/retrieval.txt")).hasContent(table.text());
        assertThat(folder.resolve("evaluation/retrieval.json"))
                .content()
                .contains("\"task\" : \"retrieval\"")
                .contains("\"value\" : 0.5");
    }
}
