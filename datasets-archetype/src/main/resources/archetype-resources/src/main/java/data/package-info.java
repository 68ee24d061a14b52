/** Where the prepared datasets are, and their images. */
package ${package}.data;
