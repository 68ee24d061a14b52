package io.evaldata.datasets.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hands a test the root of a dataset that {@code mvn datasets:prepare} has prepared. On a parameter of type
 * {@link java.nio.file.Path} of a test, lifecycle method or constructor:
 *
 * <pre>{@code
 * @Test
 * void readsEveryPair(@PreparedDataset("voc2012") Path root) { .. }
 * }</pre>
 *
 * <p>The root is that of the system property {@code datasets.<id>.root}, else that in
 * {@code target/datasets/datasets.properties} of the module under test, which {@code prepare} writes; so nothing has to be
 * configured for Surefire, Failsafe or an IDE. Prepared means that the receipt is there, which is written when the dataset
 * is complete.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PreparedDatasetExtension.class)
public @interface PreparedDataset {
    /** The dataset's id, or an alias such as {@code voc21}; {@code mvn datasets:list} shows them. A misspelt one fails the test. */
    String value();

    /** What becomes of the test when it is not prepared. */
    WhenMissing whenMissing() default WhenMissing.AS_CONFIGURED;
}
