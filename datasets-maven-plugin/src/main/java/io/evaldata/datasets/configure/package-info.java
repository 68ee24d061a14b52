/** Wiring: configs that name where a dataset lies, written or pointed at the prepared folders, every other byte kept. */
package io.evaldata.datasets.configure;
