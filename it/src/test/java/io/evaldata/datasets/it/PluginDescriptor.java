package io.evaldata.datasets.it;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The names that users write, as the plugin's descriptor has them.
 *
 * @param goals of the plugin
 * @param properties of its parameters, for the command line
 * @param elements of its parameters, for POMs
 */
record PluginDescriptor(Set<String> goals, Set<String> properties, Set<String> elements) {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    PluginDescriptor {
        goals = Set.copyOf(goals);
        properties = Set.copyOf(properties);
        elements = Set.copyOf(elements);
    }

    static PluginDescriptor ofThisBuild() throws IOException {
        Set<String> goals = new HashSet<>();
        Set<String> properties = new HashSet<>();
        Set<String> elements = new HashSet<>();
        try (InputStream in = PluginDescriptor.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            children(document.getDocumentElement(), "goal").forEach(goal -> goals.add(goal.getTextContent()));
            for (Element parameter : children(document.getDocumentElement(), "parameter")) {
                elements.add(children(parameter, "name").get(0).getTextContent());
            }
            for (Element configuration : children(document.getDocumentElement(), "configuration")) {
                Matcher property = PROPERTY.matcher(configuration.getTextContent());
                while (property.find()) {
                    properties.add(property.group(1));
                }
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
        return new PluginDescriptor(goals, properties, elements);
    }

    private static List<Element> children(Element parent, String tag) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
