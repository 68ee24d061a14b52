/** The catalogue: what every dataset is, as data; the only place that knows a dataset's name. */
package io.evaldata.datasets.catalog;
