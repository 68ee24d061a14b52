package io.evaldata.datasets.verify;

import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks whether a tree, staged or prepared, is what its dataset should be. Nothing is changed.
 *
 * <p>Three looks of rising price: {@link #quick} needs the manifest and the lists, {@link #onDisk} a walk over the
 * folders, {@link #deep} reads every file.
 */
public final class TreeVerifier {
    private final Tree tree;
    private final String rootName;
    private final Scope scope;

    /**
     * @param tree what is looked at
     * @param rootName the last segment of the dataset's root once prepared; a staged tree's folder has another name
     * @param scope which expectations hold
     */
    public TreeVerifier(Tree tree, String rootName, Scope scope) {
        this.tree = tree;
        this.rootName = rootName;
        this.scope = scope;
    }

    /**
     * Counts, digests, lists, names and pairs: whatever needs no picture.
     *
     * @throws IOException when the disk fails; files that are absent or say nonsense are findings
     */
    public Verdict quick(List<Expectation> expectations, List<Check> checks) throws IOException {
        Findings findings = new Findings();
        Expectations.check(expectations, scope, tree, findings);
        QuickChecks quick = new QuickChecks(tree, rootName, findings);
        for (Check check : checks) {
            quick.check(check);
        }
        return findings.verdict();
    }

    /**
     * Whether the files of the manifest, and no others, are on disk with their sizes.
     *
     * @param ofOthers what may lie there as well, such as a dataset in the same folder; asked with relative paths, those
     *     of folders ending in a slash
     */
    public Verdict onDisk(Predicate<String> ofOthers) throws IOException {
        Findings findings = new Findings();
        DiskWalk.check(tree, ofOthers, findings);
        return findings.verdict();
    }

    /** The same as the other, telling nobody how far it is. */
    public Verdict deep(List<Check> checks, int threads, LabelValues labelValues) throws IOException {
        return deep(checks, Set.of(), threads, labelValues, () -> {});
    }

    /**
     * Contents against the manifest, pictures, picture sizes and label values. Every file is read once or twice; memory
     * does not grow with their number or size.
     *
     * @param known paths of files that are known to be damaged, which are passed over
     * @param threads how many files are looked at at once
     * @param looked told after each file, by any of the threads
     * @throws java.io.InterruptedIOException when interrupted
     */
    public Verdict deep(List<Check> checks, Set<String> known, int threads, LabelValues labelValues, Runnable looked)
            throws IOException {
        Findings findings = new Findings();
        new FileChecks(tree, checks, known, labelValues, findings, looked).run(threads);
        return findings.verdict();
    }
}
