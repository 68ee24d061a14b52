/** From a request to prepared datasets: plan, run, commit, receipt. */
package io.evaldata.datasets.prepare;
