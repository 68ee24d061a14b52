package io.evaldata.datasets.report;

/**
 * One picture of a dataset.
 *
 * @param path relative to the dataset's root
 * @param split which part of the dataset it belongs to; empty when the dataset has no parts
 * @param className its class; empty when it has none
 */
record PictureEntry(String path, String split, String className) {}
