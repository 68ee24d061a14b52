/** Sample mode: tiny stand-ins of the built-in datasets, drawn offline in the originals' archive formats. */
package io.evaldata.datasets.sample;
