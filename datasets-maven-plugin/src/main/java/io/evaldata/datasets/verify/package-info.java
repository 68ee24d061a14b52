/** Looking whether a tree is what its dataset should be: counts, lists, pictures, label values, contents. */
package io.evaldata.datasets.verify;
