package io.evaldata.datasets.segmentation;

/**
 * One object of a polygon file.
 *
 * @param index its place in the file, from 0
 * @param problem what keeps the polygon from being drawn, or empty
 */
record PolygonObject(int index, String label, boolean deleted, Polygon polygon, String problem) {}
