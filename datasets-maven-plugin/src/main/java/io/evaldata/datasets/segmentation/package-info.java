/** Annotations that are not pictures yet, drawn as label maps: polygons and run-length masks. */
package io.evaldata.datasets.segmentation;
