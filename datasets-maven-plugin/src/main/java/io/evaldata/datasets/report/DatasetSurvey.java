package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Presentation.PixelRows;
import io.evaldata.datasets.io.Parallel;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.prepare.Receipt;
import io.evaldata.datasets.verify.Verdict;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Looks a prepared dataset over: counts everything, reads the header of every picture, and makes a contact sheet of a few.
 * What cannot be read becomes a note, not a failure.
 */
final class DatasetSurvey {
    private static final int TILES = 24;
    private static final int CLASS_TILES = 48;
    private static final int SIDE = 240;
    private static final int CLASS_SIDE = 176;
    private static final int COUNTED_MAPS = 120;

    private final Dataset dataset;
    private final Tree tree;
    private final int threads;
    private final List<String> notes = new ArrayList<>();
    private List<PictureEntry> pictures = List.of();
    private Optional<PixelRowFiles> rows = Optional.empty();
    private boolean unreadable;

    DatasetSurvey(Dataset dataset, Tree tree, int threads) {
        this.dataset = dataset;
        this.tree = tree;
        this.threads = threads;
    }

    /** What can be said of a dataset that is not there. */
    static DatasetReport absent(Dataset dataset, Verdict verdict) {
        return new DatasetReport(
                dataset,
                Optional.empty(),
                verdict,
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                false);
    }

    /**
     * Looks.
     *
     * @param room how many bytes the contact sheet may have
     */
    DatasetReport run(Receipt receipt, Verdict verdict, long room) throws IOException {
        find();
        Map<String, String> maps = tryOr("label maps", Map.of(), () -> LabelMapIndex.of(dataset, tree));
        Captions captions = new Captions(dataset, tree);
        Map<String, Integer> captioned = tryOr("captions", Map.of(), captions::counts);
        List<PictureEntry> chosen = choose(maps, captioned);
        Set<String> paths = chosen.stream().map(PictureEntry::path).collect(Collectors.toSet());
        Map<String, List<String>> texts = tryOr("captions", Map.of(), () -> captions.of(paths));
        TileMaker tiles = new TileMaker(
                tree, hasClasses() ? CLASS_SIDE : SIDE, rows, new Palette(dataset.presentation()), maps, texts);
        Optional<PictureSizes> sizes = sizes();
        Optional<PixelShares> labels =
                maps.isEmpty() ? Optional.empty() : Optional.of(count(tiles, List.copyOf(maps.values())));
        List<Tile> sheet = make(tiles, chosen);
        unreadable |= !tiles.unread().isEmpty();
        return new DatasetReport(
                dataset,
                Optional.of(receipt),
                verdict,
                pictures.size(),
                Sampling.counts(pictures, PictureEntry::split),
                classes(),
                histogram(captioned),
                sizes,
                labels,
                fitting(sheet, room),
                List.copyOf(notes),
                unreadable);
    }

    private void find() throws IOException {
        Optional<PixelRows> where = dataset.presentation().pixelRows();
        if (where.isPresent()) {
            rows = tryOr(
                    "pixel rows", Optional.empty(), () -> Optional.of(PixelRowFiles.of(dataset, where.get(), tree)));
            pictures = rows.map(PixelRowFiles::pictures).orElse(List.of());
        } else {
            pictures = tryOr("pictures", List.of(), () -> PictureIndex.of(dataset, tree));
        }
    }

    private List<PictureEntry> choose(Map<String, String> maps, Map<String, Integer> captioned) {
        if (hasClasses()) {
            return Sampling.byClass(
                    pictures.stream()
                            .filter(picture -> !picture.className().isEmpty())
                            .toList(),
                    CLASS_TILES);
        }
        List<PictureEntry> telling = pictures.stream()
                .filter(picture -> maps.containsKey(picture.path()) || captioned.containsKey(picture.path()))
                .toList();
        return Sampling.some(telling.isEmpty() ? pictures : telling, TILES);
    }

    private boolean hasClasses() {
        return pictures.stream().anyMatch(picture -> !picture.className().isEmpty());
    }

    private Map<String, Map<String, Long>> classes() {
        Map<String, Map<String, Long>> classes = new TreeMap<>();
        for (PictureEntry picture : pictures) {
            if (!picture.className().isEmpty()) {
                classes.computeIfAbsent(picture.className(), name -> new TreeMap<>())
                        .merge(picture.split(), 1L, Long::sum);
            }
        }
        return classes;
    }

    private static Map<Integer, Long> histogram(Map<String, Integer> captioned) {
        Map<Integer, Long> counts = new TreeMap<>();
        captioned.values().forEach(count -> counts.merge(count, 1L, Long::sum));
        return counts;
    }

    private Optional<PictureSizes> sizes() throws IOException {
        if (pictures.isEmpty()) {
            return Optional.empty();
        }
        PictureSizes sizes = rows.isPresent()
                ? PictureSizes.same(pictures.size(), PixelRowFiles.SIDE, PixelRowFiles.SIDE)
                : PictureSizes.of(pictures, tree, threads);
        unreadable |= !sizes.unreadable().isEmpty();
        if (sizes.count() == 0) {
            notes.add("no picture has a readable header, such as " + sizes.unreadable());
            return Optional.empty();
        }
        return Optional.of(sizes);
    }

    private PixelShares count(TileMaker tiles, List<String> maps) throws IOException {
        PixelShares all = new PixelShares();
        Parallel.forEach(Sampling.some(maps, COUNTED_MAPS), threads, map -> tiles.labels(map, new ArrayList<>())
                .ifPresent(labels -> all.add(PixelShares.of(labels))));
        Set<String> unread = tiles.unread();
        if (!unread.isEmpty()) {
            notes.add(Words.count(unread.size(), "label map") + " could not be read, such as "
                    + unread.iterator().next());
        }
        return all;
    }

    private List<Tile> make(TileMaker maker, List<PictureEntry> chosen) throws IOException {
        Map<String, Tile> made = new ConcurrentHashMap<>();
        Parallel.forEach(chosen, threads, picture -> made.put(picture.path(), maker.make(picture)));
        return chosen.stream().map(picture -> made.get(picture.path())).toList();
    }

    /** The tiles for which there is room, taken evenly from all. */
    private List<Tile> fitting(List<Tile> tiles, long room) {
        long bytes = tiles.stream().mapToLong(Tile::bytes).sum();
        if (bytes <= room) {
            return tiles;
        }
        int kept = (int) Math.max(1, tiles.size() * room / bytes);
        notes.add("the contact sheet shows " + kept + " pictures rather than " + tiles.size()
                + " to keep the page small");
        Map<Integer, Tile> spread = new LinkedHashMap<>();
        for (int i = 0; i < kept; i++) {
            spread.put(i, tiles.get((int) ((long) i * tiles.size() / kept)));
        }
        return List.copyOf(spread.values());
    }

    /** Something that reads a dataset's files. */
    @FunctionalInterface
    private interface Reading<T> {
        T run() throws IOException;
    }

    private <T> T tryOr(String what, T otherwise, Reading<T> reading) throws IOException {
        try {
            return reading.run();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            unreadable = true;
            String note = what + " could not be read: " + e.getMessage();
            if (!notes.contains(note)) {
                notes.add(note);
            }
            return otherwise;
        }
    }
}
