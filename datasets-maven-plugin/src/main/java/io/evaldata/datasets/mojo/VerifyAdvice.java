package io.evaldata.datasets.mojo;

import io.evaldata.datasets.prepare.Verification.Result;
import io.evaldata.datasets.verify.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to do about datasets that are not as they should be: each sort of trouble has its own remedy, and only those that
 * help are given.
 *
 * @param verify the command that mends, without its last parameter
 * @param prepare the command that makes what is not there
 * @param madeAgain ids of the datasets that were made again just now
 */
record VerifyAdvice(String verify, String prepare, Set<String> madeAgain) {

    /** The advice, in sentences. */
    String on(List<Result> bad) {
        List<Result> damaged = bad.stream()
                .filter(result -> result.receipt().isPresent() && result.isDamaged())
                .toList();
        List<Result> stubborn = damaged.stream().filter(this::isMadeAgain).toList();
        List<String> sentences = new ArrayList<>();
        if (damaged.size() > stubborn.size()) {
            sentences.add(verify + " -Ddatasets.repair mends what is damaged.");
        }
        if (!stubborn.isEmpty()) {
            sentences.add(ids(stubborn)
                    + (stubborn.size() == 1
                            ? " was made again from its sources and is"
                            : " were made again from their sources and are")
                    + " still so: the checks in the catalogue file, or the sources, are wrong.");
        }
        if (bad.stream().anyMatch(result -> result.receipt().isEmpty())) {
            sentences.add(prepare + " makes what is not there.");
        }
        if (bad.stream().anyMatch(VerifyAdvice::hasUnexpected)) {
            sentences.add("Move elsewhere what is unexpected: only what the plugin made is deleted by it.");
        }
        return String.join(" ", sentences);
    }

    static String ids(List<Result> results) {
        return results.stream().map(result -> result.dataset().id()).collect(Collectors.joining(", "));
    }

    private boolean isMadeAgain(Result result) {
        return madeAgain.contains(result.dataset().id());
    }

    private static boolean hasUnexpected(Result result) {
        return result.verdict().totals().containsKey(Finding.Kind.UNEXPECTED);
    }
}
