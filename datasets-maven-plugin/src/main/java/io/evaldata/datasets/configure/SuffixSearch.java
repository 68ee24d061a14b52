package io.evaldata.datasets.configure;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.SegConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settles how the files of a dataset's config end: as its catalogue entry says, else as the prepared files do, else as is
 * usual. A config that would find no file is a problem, for the evaluation would be silent about it.
 */
final class SuffixSearch {
    private static final String USUAL_IMAGE = ".jpg";
    private static final String USUAL_MAP = ".png";

    private final Dataset dataset;
    private final Optional<Path> root;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param root where the dataset is, or will be; nothing when it is not among the chosen ones
     */
    SuffixSearch(Dataset dataset, Optional<Path> root) {
        this.dataset = dataset;
        this.root = root.filter(Files::isDirectory);
    }

    /** The same with both suffixes settled. */
    SegConfig settled(SegConfig config) throws IOException {
        return new SegConfig(
                config.file(),
                config.images(),
                config.maps(),
                Optional.of(suffix(config.images(), config.imageSuffix(), "image", USUAL_IMAGE)),
                Optional.of(suffix(config.maps(), config.mapSuffix(), "map", USUAL_MAP)),
                config.split(),
                config.scale());
    }

    /** What is wrong with them. */
    List<String> problems() {
        return problems;
    }

    private String suffix(String below, Optional<String> said, String what, String usual) throws IOException {
        if (root.isEmpty()) {
            return said.orElse(usual);
        }
        Path folder = root.get().resolve(below);
        if (!Files.isDirectory(folder)) {
            problems.add("segConfig of dataset '" + dataset.id() + "' says '" + what + "s: " + below
                    + "', and there is no folder " + folder);
            return said.orElse(usual);
        }
        if (said.isPresent()) {
            if (!FileEndings.has(folder, said.get())) {
                problems.add("it would find no " + what + " of dataset '" + dataset.id() + "': no file in " + folder
                        + " ends in '" + said.get() + "' (" + what
                        + "Suffix of segConfig, or a pattern of the entry); found "
                        + FileEndings.below(folder).words());
            }
            return said.get();
        }
        FileEndings found = FileEndings.below(folder);
        if (found.counts().size() == 1) {
            return found.counts().keySet().iterator().next();
        }
        problems.add("which files of dataset '" + dataset.id() + "' are its " + what + "s cannot be told: " + folder
                + " has " + found.words() + "; give " + what + "Suffix in segConfig");
        return usual;
    }
}
