/** Unpacking: members out of zip and tar archives, hostile until shown otherwise. */
package io.evaldata.datasets.extract;
