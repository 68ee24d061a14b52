package io.evaldata.datasets.segmentation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.evaldata.datasets.DatasetsException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an annotation file of PASCAL in Detail through once, keys in any order, and notes where its masks are. */
final class ContextIndexReader {
    static final String REMEDY = "The file is damaged or from elsewhere; fetch it again.";
    private static final int BUFFER = 1 << 16;
    private static final long NO_IMAGE = Long.MIN_VALUE;

    private final String name;
    private final Set<String> phases;
    private final Map<Long, Photo> photos = new LinkedHashMap<>();
    private MaskColumns masks = new MaskColumns();
    private boolean hasImages;
    private boolean hasMasks;

    private record Photo(String fileName, String phase, long width, long height) {}

    ContextIndexReader(String name, Set<String> phases) {
        this.name = name;
        this.phases = Set.copyOf(phases);
    }

    ContextIndex read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            requirePlainUtf8(in);
            try (JsonParser parser = new JsonFactory().createParser(in)) {
                readAll(parser);
            }
        } catch (JsonProcessingException e) {
            throw malformed("it is no JSON: " + e.getOriginalMessage(), e);
        }
        return index();
    }

    private void readAll(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw malformed("it is no JSON object", null);
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "images" -> {
                    photos.clear();
                    readList(key, parser, this::readPhoto);
                    hasImages = true;
                }
                case "annos_segmentation" -> {
                    masks = new MaskColumns();
                    readList(key, parser, this::readMask);
                    hasMasks = true;
                }
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw malformed("more follows after its end", null);
        }
        if (!hasImages || !hasMasks) {
            throw malformed("the key " + (hasImages ? "annos_segmentation" : "images") + " is missing", null);
        }
    }

    /** Reads one element of a list. */
    private interface Element {
        void read(int index, JsonParser parser) throws IOException;
    }

    private void readList(String key, JsonParser parser, Element element) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw malformed(key + " is no list", null);
        }
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw malformed(key + "[" + index + "] is no JSON object", null);
            }
            element.read(index, parser);
        }
    }

    private void readPhoto(int index, JsonParser parser) throws IOException {
        String where = "images[" + index + "]";
        Long id = null;
        String fileName = null;
        String phase = null;
        Long width = null;
        Long height = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "image_id" -> id = number(where, key, parser);
                case "file_name" -> fileName = text(where, key, parser);
                case "phase" -> phase = text(where, key, parser);
                case "width" -> width = number(where, key, parser);
                case "height" -> height = number(where, key, parser);
                default -> parser.skipChildren();
            }
        }
        if (id == null || fileName == null || phase == null || width == null || height == null) {
            throw malformed(where + " needs image_id, file_name, phase, width and height", null);
        }
        if (fileName.isEmpty() || fileName.matches("\\.*") || fileName.matches("(?s).*[/\\\\\\x00-\\x1F].*")) {
            throw malformed(where + " has a file_name that is no plain name: " + fileName, null);
        }
        if (phases.contains(phase)) {
            photos.put(id, new Photo(fileName, phase, width, height));
        }
    }

    private void readMask(int index, JsonParser parser) throws IOException {
        String where = "annos_segmentation[" + index + "]";
        MaskColumns.Row row = new MaskColumns.Row();
        Long id = null;
        Long imageId = null;
        Long category = null;
        row.countsPosition = -1;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "id" -> id = number(where, key, parser);
                case "image_id" -> imageId = number(where, key, parser);
                case "category_id" -> category = number(where, key, parser);
                case "segmentation" -> readSegmentation(where, parser, row);
                default -> parser.skipChildren();
            }
        }
        if (id == null || imageId == null || category == null) {
            throw malformed(where + " needs id, image_id and category_id", null);
        }
        if (hasImages && !photos.containsKey(imageId)) {
            return;
        }
        row.id = id;
        row.imageId = imageId;
        row.category = category.intValue() == category ? category.intValue() : -1;
        masks.add(row);
    }

    /** Notes size and place of a mask; one that is malformed is refused when its picture is drawn. */
    private void readSegmentation(String where, JsonParser parser, MaskColumns.Row row) throws IOException {
        row.countsPosition = -1;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        long counts = -1;
        long[] size = {};
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("counts")) {
                boolean text = value == JsonToken.VALUE_STRING;
                counts = text ? parser.currentTokenLocation().getByteOffset() : -1;
                parser.skipChildren();
            } else if (key.equals("size") && value == JsonToken.START_ARRAY) {
                size = readSize(where, parser);
            } else {
                parser.skipChildren();
            }
        }
        if (size.length == 2 && Math.min(size[0], size[1]) > 0 && Math.max(size[0], size[1]) <= Integer.MAX_VALUE) {
            row.height = (int) size[0];
            row.width = (int) size[1];
            row.countsPosition = counts;
        }
    }

    private long[] readSize(String where, JsonParser parser) throws IOException {
        long[] size = new long[2];
        int read = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (read < 2) {
                size[read] = number(where, "size", parser);
            }
            parser.skipChildren();
            read++;
        }
        return read == 2 ? size : new long[0];
    }

    private ContextIndex index() {
        masks.mergeEqualIds(NO_IMAGE);
        List<ContextImage> images = new ArrayList<>();
        Map<Long, Integer> places = new HashMap<>();
        photos.forEach((id, photo) -> {
            places.put(id, images.size());
            images.add(image(images.size(), photo));
        });
        int[] imageOfMask = new int[masks.size()];
        for (int mask = 0; mask < imageOfMask.length; mask++) {
            imageOfMask[mask] = places.getOrDefault(masks.imageId(mask), -1);
        }
        return new ContextIndex(images, masks, imageOfMask);
    }

    private ContextImage image(int place, Photo photo) {
        if (Math.max(photo.width(), photo.height()) > Integer.MAX_VALUE
                || Math.min(photo.width(), photo.height()) < 1) {
            throw malformed("picture " + photo.fileName() + " has no usable size", null);
        }
        return new ContextImage(place, photo.fileName(), photo.phase(), (int) photo.width(), (int) photo.height());
    }

    private long number(String where, String key, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw malformed(where + " has a " + key + " that is no whole number: " + parser.getText(), null);
        }
        return parser.getLongValue();
    }

    private String text(String where, String key, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw malformed(where + " has a " + key + " that is no text: " + parser.getText(), null);
        }
        return parser.getText();
    }

    private void requirePlainUtf8(InputStream in) throws IOException {
        in.mark(4);
        byte[] start = in.readNBytes(2);
        in.reset();
        if (start.length < 2 || start[0] == 0 || start[1] == 0 || start[0] < 0) {
            throw malformed("it is not UTF-8 without a byte-order mark", null);
        }
    }

    private DatasetsException malformed(String problem, Throwable cause) {
        return new DatasetsException(name + " cannot be read as annotations: " + problem, REMEDY, cause);
    }
}
