package io.evaldata.datasets.mojo;

import java.util.List;

/**
 * How a run stands at one moment.
 *
 * @param works what is being done, a dataset each
 * @param finished how many datasets are done with
 * @param datasets how many there are to do
 * @param bytes fetched in all
 */
record Standing(List<Work> works, int finished, int datasets, Progress bytes) {
    Standing {
        works = List.copyOf(works);
    }

    /**
     * How one dataset stands.
     *
     * @param name of the dataset
     * @param phase what is done to it, such as {@code unpacking}
     * @param bytes fetched
     * @param files made or looked at
     */
    record Work(String name, String phase, Progress bytes, Progress files) {}
}
