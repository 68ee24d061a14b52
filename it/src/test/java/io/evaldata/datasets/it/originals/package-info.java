/** Publications of datasets in their true formats and names: real files where there are some, generated ones elsewhere. */
package io.evaldata.datasets.it.originals;
