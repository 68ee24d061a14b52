package io.evaldata.datasets.download;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.io.Checksum;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The addresses of a file in the order they are asked, over all attempts at it, and what became of them. */
record Origins(List<Origin> all) {
    Origins {
        all = List.copyOf(all);
    }

    /** Those that are still asked. */
    List<Origin> alive() {
        return all.stream().filter(origin -> origin.failure().isEmpty()).toList();
    }

    /** The one that the catalogue names first. */
    Optional<Origin> first() {
        return all.stream().findFirst();
    }

    /** Whether all are files of this machine, which need no network. */
    boolean areLocal() {
        return all.stream()
                .allMatch(origin -> "file".equalsIgnoreCase(origin.asked().getScheme()));
    }

    /** How many answers ended early that could not be continued by another. */
    int breaks() {
        return all.stream().mapToInt(Origin::breaks).sum();
    }

    /**
     * Says of every address why it was of no use.
     *
     * @param byHand what to do where no address has better advice
     */
    DatasetsException failure(FetchRequest request, String byHand) {
        StringBuilder message = new StringBuilder(request.label() + " cannot be downloaded:");
        String advice = "";
        for (Origin origin : all) {
            message.append("\n    ")
                    .append(Origin.shown(origin.asked()))
                    .append(": ")
                    .append(origin.failure().orElse("not tried"));
            advice = advice.isEmpty() ? origin.remedy() : advice;
        }
        String remedy = advice.isEmpty() ? byHand : advice;
        Set<Checksum> broken =
                all.stream().flatMap(origin -> origin.broken().stream()).collect(Collectors.toSet());
        if (!broken.isEmpty()) {
            return new DigestMismatch(message.toString(), remedy, request.file(), broken);
        }
        return all.stream().allMatch(Origin::unreachable)
                ? new HostsUnreachable(message.toString(), remedy)
                : new DatasetsException(message.toString(), remedy);
    }
}
