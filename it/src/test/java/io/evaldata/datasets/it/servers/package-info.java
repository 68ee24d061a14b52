/** Servers that nobody here wrote, as Debian has them, started for a test and stopped after it. */
package io.evaldata.datasets.it.servers;
