/** Fetching: one source, from whichever place answers, proven intact and put into the cache. */
package io.evaldata.datasets.download;
