package io.evaldata.datasets.catalog;

import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what catalogue files say must hold: {@code expect} and {@code checks}. */
final class CheckParser {
    private static final List<String> KINDS = List.of(
            "listed",
            "onlyListed",
            "pairs",
            "labels",
            "images",
            "captions",
            "entries",
            "folders",
            "numbered",
            "matNames");

    private CheckParser() {}

    static List<Expectation> expectations(Node node) {
        node.allow(Set.of("glob", "count", "file", "entries", "md5", "sha1", "sha256", "scope"));
        Set<Scope> scopes = StepParser.scopes(node);
        if (node.find("glob").isPresent() == node.find("file").isPresent()) {
            throw node.mistake("give 'glob' with 'count', or 'file' with 'entries' or a digest");
        }
        if (node.find("glob").isPresent()) {
            return List.of(new Expectation.Count(
                    node.get("glob").parse(PathPattern::parse),
                    node.get("count").number(),
                    scopes));
        }
        String file = node.get("file").parse(RelativePath::require);
        List<Expectation> expected = new ArrayList<>();
        node.number("entries").ifPresent(count -> expected.add(new Expectation.Entries(file, count, scopes)));
        for (Checksum checksum : checksums(node)) {
            expected.add(new Expectation.Digest(file, checksum, scopes));
        }
        if (Collections.disjoint(node.keys(), Set.of("entries", "md5", "sha1", "sha256"))) {
            throw node.mistake("'file' needs one of entries, md5, sha1, sha256");
        }
        return expected;
    }

    static Set<Checksum> checksums(Node node) {
        Set<Checksum> checksums = new LinkedHashSet<>();
        for (Algorithm algorithm : EnumSet.allOf(Algorithm.class)) {
            node.orElse(Optional.<Checksum>empty(), () -> node.find(algorithm.key())
                            .map(hex -> hex.parse(text -> new Checksum(algorithm, text))))
                    .ifPresent(checksums::add);
        }
        return checksums;
    }

    static Check check(Node node) {
        Set<String> kinds = new LinkedHashSet<>(node.keys());
        kinds.retainAll(KINDS);
        if (kinds.size() != 1) {
            throw node.mistake("a check has exactly one of " + String.join(", ", KINDS) + node.hint(KINDS));
        }
        String kind = kinds.iterator().next();
        return switch (kind) {
            case "listed" -> {
                node.allow(Set.of(kind, "line", "json", "files"));
                NameList list = StepParser.nameList(node, kind);
                List<String> known = list.pattern().names();
                yield new Check.Listed(
                        list,
                        node.list("files").stream()
                                .map(file -> StepParser.template(file, known))
                                .toList());
            }
            case "onlyListed" -> {
                node.allow(Set.of(kind, "listedIn", "line", "json"));
                PathPattern files = node.get(kind).parse(PathPattern::parse);
                yield new Check.OnlyListed(files, StepParser.listNaming(files, node));
            }
            case "pairs" -> {
                node.allow(Set.of(kind, "with"));
                PathPattern images = node.get(kind).parse(PathPattern::parse);
                yield new Check.Pairs(images, StepParser.template(node.get("with"), images.names()));
            }
            case "labels" -> {
                node.allow(Set.of(kind, "values"));
                yield new Check.Labels(
                        node.get(kind).parse(PathPattern::parse),
                        node.get("values").parse(LabelRange::parse));
            }
            case "images" -> {
                node.allow(Set.of(kind));
                yield new Check.Images(node.get(kind).parse(PathPattern::parse));
            }
            case "captions" -> {
                node.allow(Set.of(kind, "files"));
                yield new Check.Captions(
                        node.get(kind).parse(RelativePath::require),
                        StepParser.template(node.get("files"), List.of("file_name")));
            }
            case "entries" -> {
                node.allow(Set.of(kind));
                yield new Check.Entries(node.get(kind).parse(RelativePath::require));
            }
            case "folders" -> {
                node.allow(Set.of(kind, "names"));
                yield new Check.Folders(node.get(kind).parse(RelativePath::require), BundledList.lines(node, "names"));
            }
            case "numbered" -> {
                node.allow(Set.of(kind));
                yield new Check.Numbered(node.get(kind).parse(PathPattern::parse));
            }
            default -> {
                node.allow(Set.of(kind, "variable", "field", "files"));
                yield new Check.MatNames(
                        node.get(kind).parse(RelativePath::require),
                        node.get("variable").text(),
                        node.get("field").text(),
                        StepParser.template(node.get("files"), List.of("name")));
            }
        };
    }
}
