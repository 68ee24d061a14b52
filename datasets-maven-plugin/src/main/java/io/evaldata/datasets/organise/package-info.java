/** Arranging what was unpacked the way its readers expect it: folders by class, split files, listed files only. */
package io.evaldata.datasets.organise;
