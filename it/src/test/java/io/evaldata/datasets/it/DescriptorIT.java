package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The plugin's contract is its descriptor: goals and parameters compared with a list that changes on purpose only. */
class DescriptorIT {
    @Test
    void goalsAndParametersAreThoseOfTheContract() throws Exception {
        assertThat(String.join("\n", goals(descriptor()))).isEqualTo(contract());
    }

    @Test
    void everyGoalRunsWithoutProjectAndInParallelAndOffline() throws Exception {
        for (Element mojo : elements(descriptor(), "mojo")) {
            String goal = text(mojo, "goal");
            assertThat(text(mojo, "requiresProject")).as(goal).isEqualTo("false");
            assertThat(text(mojo, "threadSafe")).as(goal).isEqualTo("true");
            assertThat(text(mojo, "requiresOnline")).as(goal).isEqualTo("false");
            assertThat(text(mojo, "requiresDependencyResolution")).as(goal).isEmpty();
        }
    }

    @Test
    void everyParameterIsDescribed() throws Exception {
        for (Element mojo : elements(descriptor(), "mojo")) {
            for (Element parameter : elements(mojo, "parameter")) {
                String name = text(mojo, "goal") + " " + text(parameter, "name");
                assertThat(text(parameter, "description")).as(name).isNotBlank();
                if (!text(mojo, "goal").equals("help")) {
                    assertThat(text(parameter, "since")).as(name).isNotBlank();
                }
            }
        }
    }

    private static Document descriptor() throws Exception {
        try (InputStream in = resource("/META-INF/maven/plugin.xml")) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static String contract() throws IOException {
        try (InputStream in = resource("/contract.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static InputStream resource(String name) {
        return DescriptorIT.class.getResourceAsStream(name);
    }

    /** A line per goal, then a line per parameter: property (or element, where there is none) and default. */
    private static List<String> goals(Document descriptor) {
        TreeSet<String> lines = new TreeSet<>();
        for (Element mojo : elements(descriptor, "mojo")) {
            String goal = text(mojo, "goal");
            String phase = text(mojo, "phase");
            lines.add(goal + (phase.isEmpty() ? "" : " @ " + phase));
            for (Element parameter : elements(mojo, "parameter")) {
                lines.add(goal + " " + described(mojo, text(parameter, "name")));
            }
        }
        return List.copyOf(lines);
    }

    private static String described(Element mojo, String name) {
        Element configuration =
                elements(mojo, "configuration").stream().findFirst().orElse(mojo);
        for (Element set : elements(configuration, name)) {
            String property = set.getTextContent().replaceAll("[${}]", "");
            String value = set.getAttribute("default-value");
            return (property.isEmpty() ? "<" + name + ">" : property) + (value.isEmpty() ? "" : " = " + value);
        }
        return "<" + name + ">";
    }

    private static List<Element> elements(Document document, String tag) {
        return elements(document.getDocumentElement(), tag);
    }

    private static List<Element> elements(Element parent, String tag) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String text(Element parent, String tag) {
        return elements(parent, tag).stream()
                .filter(element -> element.getParentNode().equals(parent))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("")
                .strip();
    }
}
