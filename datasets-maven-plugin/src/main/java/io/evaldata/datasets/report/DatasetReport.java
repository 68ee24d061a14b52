package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.prepare.Receipt;
import io.evaldata.datasets.verify.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report says about one dataset.
 *
 * @param dataset which one
 * @param receipt what it was made from; empty when it is not prepared
 * @param verdict what is wrong with it
 * @param pictures how many pictures it has
 * @param splits how many pictures each part has
 * @param classes how many pictures each class has, by part; the part is empty where there are none
 * @param captions how many pictures have so many captions
 * @param sizes how large the pictures are; empty when there are none
 * @param labels the label values and their pixels in a sample of the maps; empty when there are no maps
 * @param tiles the contact sheet
 * @param notes what could not be found out, and why
 * @param unreadable whether a picture, label map or list could not be read; a verdict that opens no file says nothing of it
 */
record DatasetReport(
        Dataset dataset,
        Optional<Receipt> receipt,
        Verdict verdict,
        int pictures,
        Map<String, Long> splits,
        Map<String, Map<String, Long>> classes,
        Map<Integer, Long> captions,
        Optional<PictureSizes> sizes,
        Optional<PixelShares> labels,
        List<Tile> tiles,
        List<String> notes,
        boolean unreadable) {

    /** In one word: {@code ok}, {@code damaged} or {@code missing}. */
    String state() {
        if (receipt.isEmpty()) {
            return "missing";
        }
        return verdict.ok() && !unreadable ? "ok" : "damaged";
    }

    /** How many captions there are. */
    long captionCount() {
        return captions.entrySet().stream()
                .mapToLong(entry -> entry.getKey() * entry.getValue())
                .sum();
    }
}
