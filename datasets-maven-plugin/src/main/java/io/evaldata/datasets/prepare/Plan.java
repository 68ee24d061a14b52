package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.download.Cache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code prepare} would do; made by looking, without touching anything.
 *
 * @param sample whether these are generated stand-ins, of which nothing is downloaded
 * @param items the datasets asked for, with those they are made from
 * @param onDisk what the missing ones take up when they are there, with the downloads that are kept
 * @param peak the same with the downloads that lie beside them on the way
 */
public record Plan(boolean sample, List<Item> items, Amount onDisk, Amount peak) {
    public Plan {
        items = List.copyOf(items);
    }

    /**
     * One dataset.
     *
     * @param dataset which one
     * @param root where it goes
     * @param reason why it would be prepared; empty when it is there
     * @param files the sources of the way that would be tried first
     * @param ways what each way costs, in the order they are tried
     * @param onDisk what it takes up when it is there
     * @param errands what only the user can do
     */
    public record Item(
            Dataset dataset,
            Path root,
            Optional<Reason> reason,
            List<FileState> files,
            List<WayCost> ways,
            Amount onDisk,
            List<Errand> errands) {
        public Item {
            files = List.copyOf(files);
            ways = List.copyOf(ways);
            errands = List.copyOf(errands);
        }

        /** Whether it would be prepared. */
        public boolean isMissing() {
            return reason.isPresent();
        }

        /** What is still to be fetched: members by themselves where that is tried first, else whole files. */
        public Amount toFetch() {
            return ways.isEmpty() ? Amount.NONE : ways.get(0).first();
        }
    }

    /**
     * What one way to a dataset costs from here.
     *
     * @param name of the way
     * @param whole still to be fetched when every file is fetched whole
     * @param inParts about the same when of zips only the wanted members are fetched; nothing where that is not tried
     * @param trouble what is known to stand against it, such as {@code dead since 2023}; empty when nothing does
     */
    public record WayCost(String name, Amount whole, Optional<Amount> inParts, String trouble) {
        /** What is tried first. */
        public Amount first() {
            return inParts.orElse(whole);
        }
    }

    /**
     * One source file.
     *
     * @param source what it is
     * @param there where it lies already
     * @param resumable how many bytes an interrupted download left
     * @param shared whether another dataset of the plan fetches it
     * @param inParts whether only the wanted members of it are asked for first
     */
    public record FileState(Source source, Optional<Path> there, long resumable, boolean shared, boolean inParts) {
        /** What is still to be fetched when it is fetched whole. */
        public Amount toFetch() {
            return there.isPresent() || shared ? Amount.NONE : Amount.of(source).without(resumable);
        }
    }

    /** Looks at the disk and decides. */
    public static Plan of(Request request, Cache cache) throws IOException {
        return new Planning(request, cache).plan();
    }

    /** What is still to be fetched for all datasets. */
    public Amount toFetch() {
        return items.stream().map(Item::toFetch).reduce(Amount.NONE, Amount::plus);
    }

    /** How many datasets would be prepared. */
    public long missing() {
        return items.stream().filter(Item::isMissing).count();
    }
}
