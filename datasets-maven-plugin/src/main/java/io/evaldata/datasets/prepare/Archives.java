package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Way;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.FetchRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Downloads, thrown away as soon as every dataset of the run that may read them is there, unless they are to be kept. */
final class Archives {
    private final Request request;
    private final Cache cache;
    private final Sources sources;
    private final Map<String, Integer> readers = new HashMap<>();

    Archives(Request request, Cache cache, Sources sources) {
        this.request = request;
        this.cache = cache;
        this.sources = sources;
        for (Dataset dataset : request.withPrerequisites()) {
            requests(dataset).keySet().forEach(key -> readers.merge(key, 1, Integer::sum));
        }
    }

    /**
     * The dataset is there and needs its downloads no more; one that failed is never reported and keeps them. What another
     * project keeps in the same cache stays.
     *
     * @param made whether this run put it in its place: what lies in the cache for a dataset that was there before, somebody kept
     */
    void done(Dataset dataset, boolean made) throws IOException {
        for (Map.Entry<String, FetchRequest> file : requests(dataset).entrySet()) {
            boolean last = isLast(file.getKey());
            if (request.fetching().keepArchives()) {
                cache.keep(file.getValue());
            } else if (last && made && !cache.isKept(file.getValue())) {
                cache.discard(file.getValue());
            }
        }
    }

    private synchronized boolean isLast(String key) {
        return readers.merge(key, -1, Integer::sum) == 0;
    }

    /** Everything that any way to the dataset may have fetched, each file once. */
    private Map<String, FetchRequest> requests(Dataset dataset) {
        Map<String, FetchRequest> requests = new LinkedHashMap<>();
        for (Way way : dataset.ways()) {
            for (String file : way.sources(request.scope())) {
                FetchRequest fetch = sources.fetch(dataset, file);
                requests.put(cache.key(fetch), fetch);
            }
        }
        return requests;
    }
}
