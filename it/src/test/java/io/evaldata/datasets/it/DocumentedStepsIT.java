package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documentation that is wrong is found out. */
class DocumentedStepsIT {
    @TempDir
    private Path temp;

    private DocumentedSteps steps;

    @BeforeEach
    void begin() throws Exception {
        steps = new DocumentedSteps(temp);
    }

    @Test
    void aCommandThatFailsIsOne() {
        assertThatThrownBy(() -> steps.take(fence("false\ntrue\n", "sh")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("page.md:1");
    }

    @Test
    void outputThatDoesNotComeIsOne() throws Exception {
        steps.take(fence("echo prepared 1\n", "sh"));
        steps.take(fence("prepared 1\n", "text"));
        assertThatThrownBy(() -> steps.take(fence("prepared 2\n", "text"))).hasMessageContaining("prepared 2");
    }

    @Test
    void aPomOutOfWhichNoProjectCanBeMadeIsOne() {
        assertThatThrownBy(() -> steps.take(fence("<dependency/>\n", "xml"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> steps.take(fence("<plugin>\n", "xml"))).isInstanceOf(AssertionError.class);
    }

    @Test
    void aBlockOfAnUnknownKindIsOne() {
        assertThatThrownBy(() -> steps.take(fence("println 1\n", "groovy"))).hasMessageContaining("nobody knows");
    }

    @Test
    void parametersAndGoalsThatDoNotExistAreOne() throws Exception {
        PluginDescriptor plugin = PluginDescriptor.ofThisBuild();
        for (String part : List.of(
                "<configuration><dataset>coco</dataset></configuration>",
                "<configuration><roots><imagnet>/data</imagnet></roots></configuration>",
                "<executions><execution><goals><goal>prepair</goal></goals></execution></executions>")) {
            XmlSnippet snippet = XmlSnippet.parse(
                    fence("<plugin><artifactId>datasets-maven-plugin</artifactId>" + part + "</plugin>", "xml"));
            assertThatThrownBy(() -> snippet.checkNames(plugin)).as(part).isInstanceOf(AssertionError.class);
        }
    }

    private static Fence fence(String text, String... info) {
        return new Fence("page.md:1", List.of(info), text);
    }
}
