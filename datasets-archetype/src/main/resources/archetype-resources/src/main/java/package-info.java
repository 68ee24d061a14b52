/**
 * Evaluates vision-language models on the datasets that {@code mvn datasets:prepare} left on this machine.
 *
 * <p>{@code data} finds the prepared datasets, {@code model} turns images and texts into vectors, and there is a package for each
 * task: a reader of what is on disk, and the measure that papers report. {@code results} prints and saves the table.
 */
package ${package};
