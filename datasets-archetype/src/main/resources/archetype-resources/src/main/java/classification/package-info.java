/** Zero-shot classification: class folders, split lists and label files in, accuracy out. */
package ${package}.classification;
