/** The table at the end. */
package ${package}.results;
