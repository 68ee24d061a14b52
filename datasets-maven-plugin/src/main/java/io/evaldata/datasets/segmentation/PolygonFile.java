package io.evaldata.datasets.segmentation;

import java.util.List;

/** A frame of polygons: its size, and its objects in the order in which they are painted. */
record PolygonFile(long width, long height, List<PolygonObject> objects) {}
