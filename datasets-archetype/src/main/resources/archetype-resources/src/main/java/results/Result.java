package ${package}.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One line of the results table.
 *
 * @param measure what was measured, as papers name it
 * @param value between 0 and 1
 * @param items how many captions, images or pixels it is about
 */
@JsonPropertyOrder({"dataset", "measure", "value", "items"})
public record Result(String dataset, String measure, double value, long items) {}
