package io.evaldata.datasets.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class EclipseMappingTest {
    @Test
    void eclipseIsToldWhatToDoWithEveryGoalThatABuildCanBind() throws Exception {
        Set<String> goals = texts("/META-INF/maven/plugin.xml", "goal");
        goals.removeIf(goal -> goal.equals("help") || goal.startsWith("$")); // help has a parameter of this name

        assertThat(texts("/META-INF/m2e/lifecycle-mapping-metadata.xml", "goal"))
                .isEqualTo(goals);
    }

    private static Set<String> texts(String resource, String tag) throws Exception {
        try (InputStream in = DatasetsMojo.class.getResourceAsStream(resource)) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            NodeList found = document.getElementsByTagName(tag);
            Set<String> texts = new TreeSet<>();
            for (int i = 0; i < found.getLength(); i++) {
                texts.add(found.item(i).getTextContent());
            }
            return texts;
        }
    }
}
