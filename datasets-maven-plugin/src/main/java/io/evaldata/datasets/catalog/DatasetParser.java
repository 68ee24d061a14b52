package io.evaldata.datasets.catalog;

import io.evaldata.datasets.io.Checksum;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns a merged catalogue entry into a {@link Dataset}, refusing everything that does not fit. */
final class DatasetParser {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]*");
    static final Set<String> KEYS = Set.of(
            "id",
            "aliases",
            "group",
            "family",
            "root",
            "title",
            "terms",
            "citations",
            "layout",
            "evalBytes",
            "sources",
            "steps",
            "ways",
            "expect",
            "checks",
            "report",
            "segConfig",
            "derivedFrom");
    static final Set<String> SOURCE_KEYS = Set.of(
            "file",
            "urls",
            "bytes",
            "approximateBytes",
            "md5",
            "sha1",
            "sha256",
            "format",
            "access",
            "page",
            "state",
            "note");

    /** What does not change the files that are left on disk. */
    private static final Set<String> PROSE = Set.of(
            "aliases",
            "group",
            "family",
            "title",
            "terms",
            "citations",
            "layout",
            "evalBytes",
            "checks",
            "report",
            "segConfig");

    private static final Set<String> SOURCE_PROSE =
            Set.of("urls", "approximateBytes", "access", "page", "state", "note");

    private static final List<String> FAMILIES =
            Arrays.stream(Family.values()).map(Family::key).toList();

    private static final Terms NO_TERMS = new Terms("", "", false);

    private DatasetParser() {}

    /** The dataset; nothing for one without a sound id. What is refused of the rest is noted, with a stand-in for it. */
    static Optional<Dataset> parse(Node node, List<String> origins) {
        node.allow(KEYS);
        Optional<String> given =
                node.orElse(Optional.empty(), () -> Optional.of(node.get("id").parse(DatasetParser::requireId)));
        return given.map(id -> parse(id, node, origins));
    }

    private static Dataset parse(String id, Node node, List<String> origins) {
        Map<String, Source> sources = new LinkedHashMap<>();
        node.each("sources", DatasetParser::source).forEach(source -> sources.put(source.file(), source));
        requireSources(node);
        List<Way> ways = node.orElse(List.of(), () -> ways(node));
        List<Check> checks = node.each("checks", CheckParser::check);
        Presentation presentation =
                node.find("report", PresentationParser::parse).orElse(Presentation.NONE);
        return new Dataset(
                id,
                node.each("aliases", Node::text),
                node.orElse("", () -> node.get("group").text()),
                node.orElse(Family.CLASSIFICATION, () -> family(node)),
                node.parseOr("root", id, RelativePath::require),
                node.text("title", id),
                node.find("terms", DatasetParser::terms).orElse(NO_TERMS),
                node.each("citations", Node::text),
                node.text("layout", ""),
                node.number("evalBytes"),
                sources,
                ways,
                node.each("expect", CheckParser::expectations).stream()
                        .flatMap(List::stream)
                        .toList(),
                checks,
                presentation,
                node.find(
                        "segConfig",
                        config ->
                                SegConfigParser.parse(config, id, namesClasses(node), new FileSuffixes(checks, ways))),
                node.find("derivedFrom", Node::text),
                origins,
                fingerprint(node));
    }

    /** Whether they are named, in whatever words: what is wrong with them is told by itself. */
    private static boolean namesClasses(Node node) {
        return node.find("report")
                .filter(report -> !report.isMap() || report.mentions("classNames"))
                .isPresent();
    }

    /** Groups of one's own need a family: it says below which root their datasets live. */
    private static Family family(Node node) {
        Optional<Node> given = node.find("family");
        if (given.isPresent()) {
            return given.get().parse(Family::parse);
        }
        return node.get("group").parse(group -> Arrays.stream(Family.values())
                .filter(family -> family.key().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the group '" + group
                        + "' is no root family, so the dataset needs a key 'family' that says where it lives:"
                        + " one of " + String.join(", ", FAMILIES) + NearestName.hint(group, FAMILIES))));
    }

    private static String requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no dataset id; use lower-case letters, digits, '_' and '-'");
        }
        return id;
    }

    private static void requireSources(Node node) {
        Set<String> files = new LinkedHashSet<>(
                node.each("sources", source -> source.get("file").text()));
        node.each("steps", step -> requireSource(step, files));
        node.each("ways", way -> way.each("steps", step -> requireSource(step, files)));
    }

    private static boolean requireSource(Node step, Set<String> files) {
        if (step.isMap()) { // what is none is told where steps are read
            step.find("unpack").or(() -> step.find("copy")).ifPresent(source -> {
                if (!files.contains(source.text())) {
                    throw source.mistake("'" + source.text() + "' is not among the dataset's sources " + files
                            + NearestName.hint(source.text(), files));
                }
            });
        }
        return true;
    }

    private static List<Way> ways(Node node) {
        if (node.find("steps").isPresent() && node.find("ways").isPresent()) {
            throw node.mistake("give 'steps' or, for alternatives, 'ways', not both");
        }
        List<Way> ways = new ArrayList<>(node.each("ways", way -> {
            way.allow(Set.of("name", "steps"));
            return way(way.get("name").text(), way);
        }));
        node.find("steps").ifPresent(steps -> ways.add(way("published files", node)));
        if (ways.isEmpty() && node.find("ways").isEmpty()) {
            throw node.mistake("a dataset needs 'steps' that make its tree from its sources");
        }
        return ways;
    }

    private static Way way(String name, Node node) {
        node.get("steps").items();
        return new Way(name, node.each("steps", StepParser::parse));
    }

    private static Source source(Node node) {
        node.allow(SOURCE_KEYS);
        String file = node.get("file").parse(RelativePath::requireName);
        return new Source(
                file,
                node.each("urls", url -> url.parse(DatasetParser::url)),
                node.number("bytes"),
                node.number("approximateBytes"),
                CheckParser.checksums(node),
                node.parseOr("format", ArchiveFormat.ofName(file), ArchiveFormat::parse),
                node.parseOr("access", Access.OPEN, Access::parse),
                node.text("page", ""),
                node.text("state", "ok"),
                node.text("note", ""));
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        String scheme = url.getScheme();
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException("an address must not hold a user or password; use settings.xml");
        }
        if ("file".equals(scheme) || (url.getHost() != null && ("http".equals(scheme) || "https".equals(scheme)))) {
            return url;
        }
        throw new IllegalArgumentException("'" + text + "' is no http, https or file address");
    }

    private static Terms terms(Node node) {
        node.allow(Set.of("licence", "page", "mustAccept"));
        return new Terms(node.text("licence", ""), node.text("page", ""), node.flag("mustAccept"));
    }

    /** Digest of everything that decides about files: sources by content, steps, root and expected counts. */
    private static String fingerprint(Node node) {
        Node bare = node.without(PROSE);
        List<Node> sources = node.each("sources", source -> source.without(SOURCE_PROSE));
        StringBuilder text = new StringBuilder();
        bare.with(Map.of("sources", node.listOf(sources))).canonical(text);
        return Checksum.sha256(text.toString()).hex();
    }
}
