package io.evaldata.datasets.report;

import io.evaldata.datasets.labels.LabelMap;
import io.evaldata.datasets.report.Tile.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts how many pixels have which label value, over one map or several. Safe for use by several threads. */
final class PixelShares {
    private final long[] pixels = new long[256];
    private final int[] maps = new int[256];
    private int counted;

    static PixelShares of(LabelMap map) {
        PixelShares shares = new PixelShares();
        for (byte id : map.ids()) {
            shares.pixels[id & 0xFF]++;
        }
        for (int id = 0; id < 256; id++) {
            shares.maps[id] = shares.pixels[id] > 0 ? 1 : 0;
        }
        shares.counted = 1;
        return shares;
    }

    synchronized void add(PixelShares others) {
        for (int id = 0; id < 256; id++) {
            pixels[id] += others.pixels[id];
            maps[id] += others.maps[id];
        }
        counted += others.counted;
    }

    /** How many maps were counted. */
    synchronized int counted() {
        return counted;
    }

    /** How many of the maps have that value somewhere. */
    synchronized int maps(int id) {
        return maps[id];
    }

    /** The values that occur, the one with the most pixels first. */
    synchronized List<Share> shares() {
        long all = 0;
        for (long count : pixels) {
            all += count;
        }
        List<Share> shares = new ArrayList<>();
        for (int id = 0; id < 256; id++) {
            if (pixels[id] > 0) {
                shares.add(new Share(id, (double) pixels[id] / all));
            }
        }
        shares.sort(Comparator.comparingDouble(Share::share).reversed().thenComparingInt(Share::id));
        return shares;
    }
}
