/**
 * Unpacking: members out of zip and tar archives, hostile until shown otherwise.
 *
 * <p>{@link io.evaldata.datasets.extract.Extractor} reads an archive once and asks a
 * {@link io.evaldata.datasets.extract.Routing} for each member what becomes of it.
 */
package io.evaldata.datasets.extract;
