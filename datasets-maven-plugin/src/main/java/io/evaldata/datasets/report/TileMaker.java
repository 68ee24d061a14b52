package io.evaldata.datasets.report;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.labels.LabelMap;
import io.evaldata.datasets.labels.PngReader;
import io.evaldata.datasets.report.Tile.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the tiles of a contact sheet; whatever is wrong with a picture becomes a note on its tile. */
final class TileMaker {
    private final Tree tree;
    private final int side;
    private final Optional<PixelRowFiles> rows;
    private final Palette palette;
    private final Map<String, String> maps;
    private final Map<String, List<String>> captions;
    private final Set<String> unread = ConcurrentHashMap.newKeySet();

    /**
     * @param side how many pixels a picture has on its long side
     */
    TileMaker(
            Tree tree,
            int side,
            Optional<PixelRowFiles> rows,
            Palette palette,
            Map<String, String> maps,
            Map<String, List<String>> captions) {
        this.tree = tree;
        this.side = side;
        this.rows = rows;
        this.palette = palette;
        this.maps = maps;
        this.captions = captions;
    }

    /** Makes one tile. */
    Tile make(PictureEntry picture) {
        List<String> notes = new ArrayList<>();
        Optional<String> map = Optional.ofNullable(maps.get(picture.path()));
        Optional<Thumbnail> thumbnail = thumbnail(picture.path(), map.isEmpty(), notes);
        Optional<Labels> labels =
                map.flatMap(path -> labels(path, notes).flatMap(read -> draw(path, read, thumbnail, notes)));
        return new Tile(picture, thumbnail, captions.getOrDefault(picture.path(), List.of()), labels, notes);
    }

    private Optional<Thumbnail> thumbnail(String path, boolean upright, List<String> notes) {
        try {
            return Optional.of(
                    rows.isPresent()
                            ? ThumbnailMaker.of(rows.get().picture(path))
                            : ThumbnailMaker.of(tree.resolve(path), side, upright, notes));
        } catch (IOException e) {
            if (!(e instanceof NotDrawableException)) {
                unread.add(path);
            }
            notes.add("cannot be shown: " + reason(e));
            return Optional.empty();
        }
    }

    /** A label map; nothing, with a note, when it cannot be read. */
    Optional<LabelMap> labels(String path, List<String> notes) {
        try (PngReader reader = new PngReader()) {
            return Optional.of(reader.read(path, Files.readAllBytes(tree.resolve(path))));
        } catch (IOException | DatasetsException e) {
            unread.add(path);
            notes.add("label map cannot be shown: " + reason(e));
            return Optional.empty();
        }
    }

    /** The pictures and label maps that could not be read so far. */
    Set<String> unread() {
        return new TreeSet<>(unread);
    }

    private Optional<Labels> draw(String path, LabelMap map, Optional<Thumbnail> picture, List<String> notes) {
        double scale = Math.min(1, (double) side / Math.max(map.width(), map.height()));
        int width = picture.map(Thumbnail::width).orElse((int) Math.max(1, Math.round(map.width() * scale)));
        int height = picture.map(Thumbnail::height).orElse((int) Math.max(1, Math.round(map.height() * scale)));
        try {
            return Optional.of(new Labels(
                    path,
                    LabelPicture.of(map, palette, width, height),
                    PixelShares.of(map).shares()));
        } catch (IOException e) {
            notes.add("label map cannot be shown: " + reason(e));
            return Optional.empty();
        }
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "it is not there";
        }
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(e.getClass().getSimpleName());
    }
}
