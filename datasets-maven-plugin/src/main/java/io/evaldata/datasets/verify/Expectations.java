package io.evaldata.datasets.verify;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.verify.Finding.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;

/** Compares a tree with what the published dataset is known to consist of. */
final class Expectations {
    private Expectations() {}

    static void check(List<Expectation> expectations, Scope scope, Tree tree, Findings findings) throws IOException {
        List<Expectation.Count> counts = new ArrayList<>();
        for (Expectation expectation : expectations) {
            if (!expectation.scopes().contains(scope)) {
                continue;
            }
            if (expectation instanceof Expectation.Count count) {
                counts.add(count);
            } else if (expectation instanceof Expectation.Digest digest) {
                checkDigest(digest, tree, findings);
            } else if (expectation instanceof Expectation.Entries entries) {
                checkEntries(entries, tree, findings);
            }
        }
        checkCounts(counts, tree, findings);
    }

    /** All globs in one walk over the manifest: a path that lies outside a glob's folder costs next to nothing. */
    private static void checkCounts(List<Expectation.Count> counts, Tree tree, Findings findings) {
        long[] found = new long[counts.size()];
        for (String path : tree.manifest().files().keySet()) {
            for (int i = 0; i < found.length; i++) {
                if (counts.get(i).glob().matches(path)) {
                    found[i]++;
                }
            }
        }
        for (int i = 0; i < found.length; i++) {
            long expected = counts.get(i).count();
            if (found[i] != expected) {
                findings.add(Kind.COUNT, counts.get(i).glob().toString(), files(expected), files(found[i]));
            }
        }
    }

    private static String files(long count) {
        return count + (count == 1 ? " file" : " files");
    }

    private static void checkEntries(Expectation.Entries expected, Tree tree, Findings findings) throws IOException {
        if (!tree.has(expected.file())) {
            findings.missing(expected.file(), "the published file");
            return;
        }
        try (InputStream file = tree.open(expected.file());
                JsonParser json = new JsonFactory().createParser(file)) {
            boolean array = json.nextToken() == JsonToken.START_ARRAY;
            long found = 0;
            while (array && json.nextToken() != JsonToken.END_ARRAY) {
                json.skipChildren();
                found++;
            }
            if (!array || found != expected.count()) {
                findings.add(
                        Kind.COUNT,
                        expected.file(),
                        "a JSON array of " + expected.count(),
                        array ? "one of " + found : "no array");
            }
        } catch (NoSuchFileException e) {
            findings.missing(expected.file(), "the published file");
        } catch (JacksonException e) {
            findings.damaged(Kind.LIST, expected.file(), "JSON", e.getOriginalMessage());
        }
    }

    private static void checkDigest(Expectation.Digest expected, Tree tree, Findings findings) throws IOException {
        if (!tree.has(expected.file())) {
            findings.missing(expected.file(), "the published file");
            return;
        }
        Checksum.Algorithm algorithm = expected.checksum().algorithm();
        try (InputStream file = tree.open(expected.file());
                DigestInputStream digest = new DigestInputStream(file, algorithm.newDigest())) {
            digest.transferTo(OutputStream.nullOutputStream());
            Checksum found = algorithm.finish(digest.getMessageDigest());
            if (!found.equals(expected.checksum())) {
                findings.damaged(
                        Kind.DIGEST, expected.file(), expected.checksum().toString(), found.toString());
            }
        } catch (NoSuchFileException e) {
            findings.missing(expected.file(), "the published file");
        }
    }
}
