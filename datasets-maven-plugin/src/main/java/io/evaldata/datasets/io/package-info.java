/** Bytes at rest: the files, folders, digests and byte sources that every other package builds on. */
package io.evaldata.datasets.io;
