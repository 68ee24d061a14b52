/** What is evaluated: a model that needs no weights, and any CLIP-style pair of ONNX files. */
package ${package}.model;
