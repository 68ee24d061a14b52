package io.evaldata.datasets.catalog;

import io.evaldata.datasets.catalog.Step.MemberRule;
import io.evaldata.datasets.catalog.Way.ScopedStep;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the step vocabulary of catalogue files. */
final class StepParser {
    private static final Set<String> VERBS = new TreeSet<>(List.of(
            "unpack",
            "copy",
            "write",
            "keep",
            "remove",
            "move",
            "splitCaptions",
            "synsetFolders",
            "labelMaps",
            "polygons",
            "masks",
            "listStems"));

    /** What stands for a target that was refused. */
    private static final Template NOWHERE = Template.parse("");

    private StepParser() {}

    static ScopedStep parse(Node node) {
        Set<String> verbs = new LinkedHashSet<>(node.keys());
        verbs.retainAll(VERBS);
        if (verbs.size() != 1) {
            throw node.mistake("a step has exactly one of " + String.join(", ", VERBS) + "; found "
                    + (verbs.isEmpty() ? "none" + node.hint(VERBS) : String.join(" and ", verbs)));
        }
        String verb = verbs.iterator().next();
        return new ScopedStep(step(node, verb), scopes(node));
    }

    private static Step step(Node node, String verb) {
        return switch (verb) {
            case "unpack" -> {
                allow(node, verb, "members", "sharedWith");
                yield new Step.Unpack(
                        node.parse(verb, "", RelativePath::requireName),
                        members(node),
                        node.find("sharedWith", StepParser::shared));
            }
            case "copy" -> {
                allow(node, verb, "to");
                yield new Step.Copy(
                        node.parse(verb, "", RelativePath::requireName), node.parse("to", "", RelativePath::require));
            }
            case "write" -> {
                allow(node, verb, "lines");
                yield new Step.WriteLines(
                        node.parse(verb, "", RelativePath::require),
                        node.orElse(List.of(), () -> BundledList.lines(node, "lines")));
            }
            case "keep" -> {
                allow(node, verb, "listedIn", "line", "json");
                yield keep(node);
            }
            case "remove" -> {
                allow(node, verb);
                yield new Step.Remove(node.get(verb).parse(PathPattern::parse));
            }
            case "move" -> {
                allow(node, verb, "to", "listedIn", "line", "json");
                yield move(node);
            }
            case "splitCaptions" -> {
                allow(node, verb, "separator", "columns", "splits", "lists", "prefix", "images", "captionsPerImage");
                yield CaptionStepParser.parse(node);
            }
            case "synsetFolders" -> {
                allow(node, verb, "to", "meta", "groundTruth");
                yield synsetFolders(node);
            }
            case "labelMaps" -> {
                allow(node, verb, "to", "table");
                yield labelMaps(node);
            }
            case "polygons" -> {
                allow(node, verb, "to");
                PathPattern from = node.get(verb).parse(PathPattern::parse);
                yield new Step.Polygons(from, template(node.get("to"), from.names()));
            }
            case "masks" -> {
                allow(node, verb, "to", "lists", "phases");
                yield masks(node);
            }
            case "listStems" -> {
                allow(node, verb, "line", "to");
                PathPattern files = node.get(verb).parse(PathPattern::parse);
                yield new Step.ListStems(
                        files,
                        template(node.get("line"), files.names()),
                        node.get("to").parse(RelativePath::require));
            }
            default -> throw new IllegalStateException(verb);
        };
    }

    private static Step keep(Node node) {
        PathPattern files = node.get("keep").parse(PathPattern::parse);
        return new Step.KeepListed(files, listNaming(files, node));
    }

    /** The list of {@code listedIn}, whose entries say every part that tells the files apart. */
    static NameList listNaming(PathPattern files, Node node) {
        NameList list = nameList(node, "listedIn");
        List<String> known = list.pattern().names();
        if (!known.containsAll(files.names())) {
            throw node.mistake("the list gives " + known + ", the files need " + files.names());
        }
        return list;
    }

    private static Step move(Node node) {
        PathPattern files = node.get("move").parse(PathPattern::parse);
        if (node.find("listedIn").isEmpty()) {
            allow(node, "move", "to");
            return new Step.Move(files, template(node.get("to"), files.names()), Optional.empty());
        }
        NameList list = nameList(node, "listedIn");
        List<String> known = list.pattern().names();
        if (Collections.disjoint(known, files.names())) {
            throw node.mistake("the list gives " + known + ", the files have " + files.names()
                    + "; they need a part in common that tells which is which");
        }
        List<String> both =
                Stream.concat(files.names().stream(), known.stream()).distinct().toList();
        return new Step.Move(files, template(node.get("to"), both), Optional.of(list));
    }

    private static Step labelMaps(Node node) {
        PathPattern from = node.get("labelMaps").parse(PathPattern::parse);
        Template to = node.orElse(NOWHERE, () -> template(node.get("to"), from.names()));
        Node table = node.get("table");
        if (!table.isMap()) {
            return new Step.LabelMaps(from, to, table.text(), table.parse(Relabelling::bundled));
        }
        try {
            return new Step.LabelMaps(from, to, table.place().toString(), Relabelling.parse(table.json()));
        } catch (IllegalArgumentException e) {
            throw table.mistake(e.getMessage());
        }
    }

    private static Step synsetFolders(Node node) {
        return new Step.SynsetFolders(
                node.get("synsetFolders").parse(PathPattern::parse),
                template(node.get("to"), List.of("wnid")),
                node.get("meta").parse(RelativePath::require),
                node.get("groundTruth").parse(RelativePath::require));
    }

    private static Step masks(Node node) {
        return new Step.Masks(
                node.get("masks").parse(RelativePath::require),
                template(node.get("to"), List.of("stem")),
                paths(node.get("lists")),
                node.texts("phases"));
    }

    private static List<MemberRule> members(Node node) {
        node.orElse(List.of(), () -> node.get("members").items());
        return node.each("members", StepParser::member);
    }

    private static MemberRule member(Node node) {
        node.allow(Set.of("from", "to", "unpack", "members", "scope", "optional"));
        PathPattern from = node.get("from").parse(PathPattern::parse);
        Optional<Step.Inner> inner = node.find("unpack")
                .map(format -> new Step.Inner(
                        node.orElse(ArchiveFormat.FILE, () -> format.parse(ArchiveFormat::parse)), members(node)));
        List<Template> to = node.each("to", target -> template(target, from.names()));
        if (node.list("to").isEmpty() && inner.isEmpty()) {
            throw node.mistake("a member needs 'to', where it goes, or 'unpack', how it is opened");
        }
        return new MemberRule(from, to, inner, scopes(node), node.flag("optional"));
    }

    private static Step.Shared shared(Node node) {
        node.allow(Set.of("dataset", "folder"));
        return new Step.Shared(node.get("dataset").text(), node.get("folder").parse(RelativePath::require));
    }

    static NameList nameList(Node node, String key) {
        Optional<PathPattern> line = node.find("line").map(n -> n.parse(PathPattern::parse));
        Optional<PathPattern> json = node.find("json").map(n -> n.parse(PathPattern::parse));
        if (line.isPresent() == json.isPresent()) {
            throw node.mistake("a list is read by 'line' or by 'json': give one of the two");
        }
        return new NameList(node.get(key).parse(RelativePath::require), line, json);
    }

    static Template template(Node node, List<String> known) {
        Template template = node.parse(Template::parse);
        for (String name : template.names()) {
            if (!known.contains(name) && !name.equals(Template.FILE)) {
                throw node.mistake("{" + name + "} is not known here; known: " + known + " and {file}");
            }
        }
        return template;
    }

    static Set<Scope> scopes(Node node) {
        return node.find("scope")
                .map(scope -> (Set<Scope>) EnumSet.of(scope.parse(Scope::parse)))
                .orElse(EnumSet.allOf(Scope.class));
    }

    static Map<String, String> paths(Node node) {
        Map<String, String> paths = new LinkedHashMap<>();
        node.map().forEach((name, path) -> paths.put(name, path.parse(RelativePath::require)));
        return paths;
    }

    private static void allow(Node node, String verb, String... keys) {
        Set<String> known = new LinkedHashSet<>(List.of(keys));
        known.add(verb);
        known.add("scope");
        node.allow(known);
    }
}
