package io.evaldata.datasets.catalog;

import java.util.List;

/**
 * Something that must hold in a prepared tree whatever its size; what {@code verify} looks at besides the counts. All
 * paths are relative to the dataset's root.
 */
public sealed interface Check {

    /** {@code listed:} every name in a list has its files. */
    record Listed(NameList list, List<Template> files) implements Check {
        public Listed {
            files = List.copyOf(files);
        }
    }

    /** {@code onlyListed:} every file of a pattern is named by a list, by the parts the two have in common. */
    record OnlyListed(PathPattern files, NameList list) implements Check {}

    /** {@code pairs:} every file of a pattern has its partner; the two have one picture size. */
    record Pairs(PathPattern images, Template partner) implements Check {}

    /**
     * {@code labels:} every label map holds only these values.
     *
     * @param values such as {@code 0-18,255}
     */
    record Labels(PathPattern maps, LabelRange values) implements Check {}

    /** {@code images:} every file decodes. */
    record Images(PathPattern files) implements Check {}

    /** {@code captions:} a COCO-style JSON file: every image it lists is there, every caption belongs to one. */
    record Captions(String file, Template image) implements Check {}

    /** {@code entries:} a JSON array of {@code image} and {@code caption}; the image is relative to the root's parent. */
    record Entries(String file) implements Check {}

    /** {@code folders:} the sub-folders of a folder are among these names, and nothing else lies there. */
    record Folders(String folder, List<String> names) implements Check {
        public Folders {
            names = List.copyOf(names);
        }
    }

    /** {@code numbered:} in every folder the numbers {@code {n}} run from 1 without a gap. */
    record Numbered(PathPattern files) implements Check {}

    /** {@code matNames:} every file name in a field of a MAT file's structure array exists. */
    record MatNames(String file, String variable, String field, Template files) implements Check {}
}
