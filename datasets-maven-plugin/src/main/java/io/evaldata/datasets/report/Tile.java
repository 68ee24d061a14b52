package io.evaldata.datasets.report;

import java.util.List;
import java.util.Optional;

/**
 * One picture of a contact sheet.
 *
 * @param picture which one
 * @param thumbnail the picture, made small; empty when nothing can be shown
 * @param captions what people wrote about it
 * @param labels its label map, if it has one that can be read
 * @param notes what is odd about it
 */
record Tile(
        PictureEntry picture,
        Optional<Thumbnail> thumbnail,
        List<String> captions,
        Optional<Labels> labels,
        List<String> notes) {
    Tile {
        captions = List.copyOf(captions);
        notes = List.copyOf(notes);
    }

    /**
     * A label map.
     *
     * @param map the file, relative to the dataset's root
     * @param overlay the map in colours, as large as the thumbnail
     * @param shares which part of the pixels each value has, largest first
     */
    record Labels(String map, Thumbnail overlay, List<Share> shares) {
        Labels {
            shares = List.copyOf(shares);
        }
    }

    /**
     * A label value's part of some pixels.
     *
     * @param id the value
     * @param share from 0 to 1
     */
    record Share(int id, double share) {}

    /** How many bytes its pictures take on a page. */
    long bytes() {
        long bytes = thumbnail.map(Thumbnail::size).orElse(0);
        return (bytes + labels.map(l -> l.overlay().size()).orElse(0)) * 4 / 3;
    }
}
