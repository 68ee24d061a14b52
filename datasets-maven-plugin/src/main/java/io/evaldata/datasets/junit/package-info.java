/** A JUnit 5 extension that hands tests the roots of prepared datasets; a jar of its own that needs nothing but JUnit. */
package io.evaldata.datasets.junit;
