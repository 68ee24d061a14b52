/**
 * Evaluation datasets as part of the build.
 *
 * <p>Data flows one way: POM, request, plan, files, receipt.
 */
package io.evaldata.datasets;
