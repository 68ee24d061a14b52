package io.evaldata.datasets.download;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Access;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/**
 * What every fetch of a {@link Fetcher} shares.
 *
 * @param connections how many connections one file may use
 */
record FetcherSetup(
        Cache cache,
        Asker asker,
        MirrorRule mirror,
        Hosts hosts,
        Buffers buffers,
        Pauser pauser,
        ExecutorService threads,
        int connections,
        boolean offline) {

    /** The id under which settings.xml may name a mirror or login for the address. */
    String serverId(Gate gate, URI published) {
        String host = published.getHost() == null ? "" : published.getHost();
        return gate.access() == Access.OPEN ? host : gate.access().serverId();
    }

    /** The addresses to ask, in order, each once. */
    Origins origins(FetchRequest request) {
        Set<URI> seen = new HashSet<>();
        return new Origins(request.urls().stream()
                .map(url -> new Origin(url, mirror.apply(serverId(request.gate(), url), url)))
                .filter(origin -> seen.add(origin.asked()))
                .toList());
    }

    /** What to do when no address works. */
    String byHand(FetchRequest request) {
        String places = cache.manual(request).stream().map(Object::toString).collect(Collectors.joining(" or "));
        return firstStep(request)
                + (places.isEmpty()
                        ? ", or download it by hand and point -Ddatasets.manualDir at its folder."
                        : ", or download it by hand to " + places + ".");
    }

    /** No network lies between us and a folder, and at a mirror it is the mirror that has it or not. */
    private String firstStep(FetchRequest request) {
        Origins origins = origins(request);
        if (origins.all().isEmpty()) {
            return "Check the network";
        }
        if (origins.all().stream().noneMatch(Origin::direct)) {
            return "Look whether the mirror holds it there (datasets.mirror, or <mirror> in settings.xml)";
        }
        return origins.areLocal() ? "Look whether the file is there" : "Check the network";
    }

    /** Throws when bytes would have to be fetched over the network and we are offline. */
    void refuseOffline(FetchRequest request) {
        if (offline && !origins(request).areLocal()) {
            throw missing(request);
        }
    }

    private static DatasetsException missing(FetchRequest request) {
        return new DatasetsException(
                "Maven is offline, and neither in the cache nor in datasets.manualDir is " + request.label() + " ("
                        + size(request) + ")",
                "Run once without -o, or put the file into datasets.manualDir.");
    }

    private static String size(FetchRequest request) {
        return request.expected().bytes().isPresent()
                ? request.expected().bytes().getAsLong() + " bytes"
                : "size not known";
    }
}
