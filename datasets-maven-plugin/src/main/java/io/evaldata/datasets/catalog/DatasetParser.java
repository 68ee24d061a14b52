package io.evaldata.datasets.catalog;

import io.evaldata.datasets.io.Checksum.Algorithm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns a merged catalogue entry into a {@link Dataset}, refusing everything that does not fit. */
final class DatasetParser {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]*");
    private static final Set<String> KEYS = Set.of(
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
    private static final Set<String> SOURCE_KEYS = Set.of(
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

    private DatasetParser() {}

    static Dataset parse(Node node, List<String> origins) {
        node.allow(KEYS);
        String id = node.get("id").parse(DatasetParser::requireId);
        Map<String, Source> sources = new LinkedHashMap<>();
        for (Node source : node.list("sources")) {
            Source parsed = source(source);
            sources.put(parsed.file(), parsed);
        }
        List<Way> ways = ways(node);
        requireSources(node, sources.keySet());
        node.list("ways").forEach(way -> requireSources(way, sources.keySet()));
        String group = node.get("group").text();
        Presentation presentation =
                node.find("report").map(PresentationParser::parse).orElse(Presentation.NONE);
        return new Dataset(
                id,
                node.texts("aliases"),
                group,
                family(node),
                node.find("root").map(root -> root.parse(RelativePath::require)).orElse(id),
                node.text("title", id),
                terms(node),
                node.texts("citations"),
                node.text("layout", ""),
                node.number("evalBytes"),
                sources,
                ways,
                node.list("expect").stream()
                        .flatMap(expect -> CheckParser.expectations(expect).stream())
                        .toList(),
                node.list("checks").stream().map(CheckParser::check).toList(),
                presentation,
                node.find("segConfig").map(config -> PresentationParser.segConfig(config, id, presentation)),
                node.find("derivedFrom").map(Node::text),
                origins,
                fingerprint(node));
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
                        + " one of "
                        + Arrays.stream(Family.values()).map(Family::key).collect(Collectors.joining(", ")))));
    }

    private static String requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no dataset id; use lower-case letters, digits, '_' and '-'");
        }
        return id;
    }

    private static void requireSources(Node way, Set<String> files) {
        for (Node step : way.list("steps")) {
            step.find("unpack").or(() -> step.find("copy")).ifPresent(source -> {
                if (!files.contains(source.text())) {
                    throw source.mistake("'" + source.text() + "' is not among the dataset's sources " + files);
                }
            });
        }
    }

    private static List<Way> ways(Node node) {
        if (node.find("steps").isPresent() && node.find("ways").isPresent()) {
            throw node.mistake("give 'steps' or, for alternatives, 'ways', not both");
        }
        List<Way> ways = new ArrayList<>();
        for (Node way : node.list("ways")) {
            way.allow(Set.of("name", "steps"));
            ways.add(way(way.get("name").text(), way));
        }
        node.find("steps").ifPresent(steps -> ways.add(way("published files", node)));
        if (ways.isEmpty()) {
            throw node.mistake("a dataset needs 'steps' that make its tree from its sources");
        }
        return ways;
    }

    private static Way way(String name, Node node) {
        return new Way(
                name, node.get("steps").items().stream().map(StepParser::parse).toList());
    }

    private static Source source(Node node) {
        node.allow(SOURCE_KEYS);
        String file = node.get("file").parse(RelativePath::requireName);
        return new Source(
                file,
                node.list("urls").stream()
                        .map(url -> url.parse(DatasetParser::url))
                        .toList(),
                node.number("bytes"),
                node.number("approximateBytes"),
                CheckParser.checksums(node),
                node.find("format").map(f -> f.parse(ArchiveFormat::parse)).orElseGet(() -> ArchiveFormat.ofName(file)),
                node.find("access").map(a -> a.parse(Access::parse)).orElse(Access.OPEN),
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
        return node.find("terms")
                .map(terms -> {
                    terms.allow(Set.of("licence", "page", "mustAccept"));
                    return new Terms(terms.text("licence", ""), terms.text("page", ""), terms.flag("mustAccept"));
                })
                .orElse(new Terms("", "", false));
    }

    /** Digest of everything that decides about files: sources by content, steps, root and expected counts. */
    private static String fingerprint(Node node) {
        Node bare = node.without(PROSE);
        List<Node> sources = node.list("sources").stream()
                .map(source -> source.without(SOURCE_PROSE))
                .toList();
        StringBuilder text = new StringBuilder();
        bare.with(Map.of("sources", node.listOf(sources))).canonical(text);
        return HexFormat.of()
                .formatHex(Algorithm.SHA256.newDigest().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
