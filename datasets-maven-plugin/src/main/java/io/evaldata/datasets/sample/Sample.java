package io.evaldata.datasets.sample;

import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The stand-in of one dataset: its published files, and the files that its prepared tree then holds. */
final class Sample {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();

    /** Makes a stand-in. */
    interface Maker {
        Sample make() throws IOException;
    }

    /**
     * A file of the prepared tree.
     *
     * @param content what is in it; empty when nobody asks, or when the pipeline makes it
     * @param entries the length of the array it holds, when it is such a JSON file
     */
    private record Leaf(String path, Optional<byte[]> content, OptionalInt entries, boolean inEval) {
        boolean isIn(Scope scope) {
            return inEval || scope == Scope.FULL;
        }
    }

    /** Adds a published file. */
    Sample file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** Preparing leaves this file in either scope. */
    Sample leaves(String path, byte[] content) {
        leaves.add(new Leaf(path, Optional.of(content), OptionalInt.empty(), true));
        return this;
    }

    /** Preparing makes this file in either scope. */
    Sample leaves(String path) {
        leaves.add(new Leaf(path, Optional.empty(), OptionalInt.empty(), true));
        return this;
    }

    /** Preparing makes this JSON file, an array of so many entries. */
    Sample leaves(String path, int entries) {
        leaves.add(new Leaf(path, Optional.empty(), OptionalInt.of(entries), true));
        return this;
    }

    /** Preparing leaves this file when everything is asked for. */
    Sample leavesInFull(String path) {
        leaves.add(new Leaf(path, Optional.empty(), OptionalInt.empty(), false));
        return this;
    }

    /** The published files by name. */
    Map<String, byte[]> files() {
        return files;
    }

    /** How many files of a pattern the prepared tree holds. */
    long count(PathPattern glob, Scope scope) {
        return leaves.stream()
                .filter(leaf -> leaf.isIn(scope) && glob.matches(leaf.path()))
                .count();
    }

    /** What the file that a catalogue expects has as its digest here. */
    Optional<Checksum> digest(Expectation.Digest expected) {
        Algorithm algorithm = expected.checksum().algorithm();
        return leaves.stream()
                .filter(leaf -> leaf.path().equals(expected.file()))
                .flatMap(leaf -> leaf.content().stream())
                .findFirst()
                .map(content -> digest(algorithm, content));
    }

    /** How many entries the array in a JSON file has. */
    OptionalInt entries(String file) {
        return leaves.stream()
                .filter(leaf -> leaf.path().equals(file))
                .map(Leaf::entries)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    static Checksum digest(Algorithm algorithm, byte[] content) {
        return new Checksum(
                algorithm, HexFormat.of().formatHex(algorithm.newDigest().digest(content)));
    }
}
