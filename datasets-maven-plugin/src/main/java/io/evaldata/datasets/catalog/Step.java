package io.evaldata.datasets.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing done on the way from published files to a dataset's tree. The whole vocabulary that catalogue files have;
 * all paths are relative to the dataset's root.
 */
public sealed interface Step {

    /**
     * {@code unpack:} writes chosen members of an archive.
     *
     * @param source the archive
     * @param members the first rule that matches a member decides; others are left out
     * @param sharedWith a prepared dataset that may already hold the same files
     */
    record Unpack(String source, List<MemberRule> members, Optional<Shared> sharedWith) implements Step {
        public Unpack {
            members = List.copyOf(members);
        }
    }

    /**
     * Which members are taken and where they go.
     *
     * @param from the member's name in the archive
     * @param to where it is written; empty when it is only opened
     * @param inner how it is opened as an archive itself
     * @param scopes when it is taken
     * @param optional whether an archive may have no such member
     */
    record MemberRule(PathPattern from, List<Template> to, Optional<Inner> inner, Set<Scope> scopes, boolean optional) {
        public MemberRule {
            to = List.copyOf(to);
            scopes = Set.copyOf(scopes);
        }
    }

    /** An archive inside an archive. */
    record Inner(ArchiveFormat format, List<MemberRule> members) {
        public Inner {
            members = List.copyOf(members);
        }
    }

    /** A folder of this dataset that equals a folder of another one made from the same source: linked, not stored twice. */
    record Shared(String dataset, String folder) {}

    /** {@code copy:} puts a source that is no archive into the tree. */
    record Copy(String source, String to) implements Step {}

    /** {@code write:} makes a small text file from the catalogue when the sources did not bring it. */
    record WriteLines(String to, List<String> lines) implements Step {
        public WriteLines {
            lines = List.copyOf(lines);
        }
    }

    /** {@code keep:} removes the files of a pattern that a list does not name. */
    record KeepListed(PathPattern files, NameList list) implements Step {}

    /** {@code remove:} takes away files that were only needed on the way. */
    record Remove(PathPattern files) implements Step {}

    /**
     * {@code move:} renames files by a pattern. With a list the new name may also say what the list says of the file, such
     * as its class; files that the list does not name stay.
     *
     * @param list joined with the files by the parts that both have
     */
    record Move(PathPattern files, Template to, Optional<NameList> list) implements Step {}

    /**
     * {@code splitCaptions:} turns a caption table (CSV) into one JSON file per split, an array of
     * {@code {"image": prefix + file name, "caption": [..]}}.
     *
     * @param table the CSV file in the tree
     * @param separator what stands between its fields
     * @param columns the names of its columns
     * @param splits split name to the JSON file that is written
     * @param lists split name to a text file with a file name per line, where no column says the split
     * @param prefix put before every file name
     * @param images the pattern of the image files; every written image must be there
     * @param captionsPerImage how many captions each image must have; 0 for any number
     */
    record SplitCaptions(
            String table,
            char separator,
            CaptionColumns columns,
            Map<String, String> splits,
            Map<String, String> lists,
            String prefix,
            Template images,
            int captionsPerImage)
            implements Step {
        public SplitCaptions {
            splits = Map.copyOf(splits);
            lists = Map.copyOf(lists);
        }
    }

    /**
     * The columns of a caption table.
     *
     * @param split the column of the split, where there is one
     * @param image the column of the image's file name
     * @param captions the column of the captions
     * @param row what a row holds of them
     */
    record CaptionColumns(Optional<String> split, String image, String captions, CaptionsInRow row) {}

    /** How a caption table holds the captions of an image. */
    enum CaptionsInRow {
        /** One caption; those of an image stand in rows that follow each other. */
        ONE,
        /** All of them, as a JSON array. */
        ALL
    }

    /**
     * {@code synsetFolders:} moves ImageNet's validation images into a folder per class by the development kit's tables.
     *
     * @param images the images, flat; sorted by name the n-th belongs to the n-th line of the ground truth
     * @param to where they go; {@code {wnid}} is the class
     * @param meta the kit's {@code meta.mat}
     * @param groundTruth the kit's list of class numbers
     */
    record SynsetFolders(PathPattern images, Template to, String meta, String groundTruth) implements Step {}

    /**
     * {@code labelMaps:} re-labels raw label maps, stored as ids or as colours, by a table and writes them beside.
     *
     * @param tableName the name of a table that the product brings, or where the table is written
     */
    record LabelMaps(PathPattern from, Template to, String tableName, Relabelling table) implements Step {}

    /** {@code polygons:} draws polygon annotations (Cityscapes' JSON) as label maps. */
    record Polygons(PathPattern from, Template to) implements Step {}

    /**
     * {@code masks:} draws run-length annotations (PASCAL in Detail's JSON) as label maps and writes the split lists.
     *
     * @param annotations the JSON file in the tree
     * @param to where a map goes; {@code {stem}} is the image's name without {@code .jpg}
     * @param lists phase to the list of stems that is written
     * @param phases which phases are drawn, in which scope
     */
    record Masks(String annotations, Template to, Map<String, String> lists, List<String> phases) implements Step {
        public Masks {
            lists = Map.copyOf(lists);
            phases = List.copyOf(phases);
        }
    }

    /** {@code listStems:} writes a sorted list of one part of every path that matches. */
    record ListStems(PathPattern files, Template line, String to) implements Step {}
}
