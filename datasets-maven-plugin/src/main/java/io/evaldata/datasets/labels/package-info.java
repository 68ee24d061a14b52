/** Label maps: one class id per pixel, read from and written to PNG, and re-labelled by table. */
package io.evaldata.datasets.labels;
