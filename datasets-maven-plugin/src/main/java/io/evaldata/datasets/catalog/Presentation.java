package io.evaldata.datasets.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report needs to show a dataset and cannot tell from its checks: {@code report:}.
 *
 * <p>Everything else follows from the checks: pictures from {@code images}, captions from {@code captions} and
 * {@code entries}, label maps from {@code labels} with their pictures from {@code pairs} or {@code listed}; a part called
 * {@code class} or {@code split} in the pattern of the images, or {@code class} in that of a list, says just that.
 *
 * @param classNames names for people: of the values of label maps from 0 on, of class numbers, or of the class folders
 *     in the order of their list
 * @param colours of the same, as {@code 0xRRGGBB}; where they end, made-up ones follow
 * @param classNumbers where the class of each picture is written as a number
 * @param pixelRows for pictures that are no files
 */
public record Presentation(
        List<String> classNames,
        List<Integer> colours,
        Optional<ClassNumbers> classNumbers,
        Optional<PixelRows> pixelRows) {
    /** Nothing said. */
    public static final Presentation NONE = new Presentation(List.of(), List.of(), Optional.empty(), Optional.empty());

    public Presentation {
        classNames = List.copyOf(classNames);
        colours = List.copyOf(colours);
    }

    /**
     * Numbers from 1 on in a MATLAB file.
     *
     * @param mat the file
     * @param variable a matrix with a number per picture in the order of their names, or a structure array
     * @param fields how that is read, when it is a structure array
     */
    public record ClassNumbers(String mat, String variable, Optional<Fields> fields) {}

    /**
     * How the rows of a structure array are read.
     *
     * @param number the field with the class
     * @param name the field with the picture's name
     * @param files where the picture is, from {@code {name}}
     */
    public record Fields(String number, String name, Template files) {}

    /**
     * Rows of 3072 bytes, 32 x 32 pixels in three planes red, green, blue, in the pickled dictionaries that CIFAR uses:
     * {@code data} holds the rows, another key the class numbers from 0 on.
     *
     * @param splits which files belong to a split, by its name
     * @param labels the key of the class numbers
     */
    public record PixelRows(Map<String, PathPattern> splits, String labels) {}
}
