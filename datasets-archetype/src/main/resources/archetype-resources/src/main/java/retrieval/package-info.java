/** Image-text retrieval: captions and images in, recall at 1, 5 and 10 in both directions out. */
package ${package}.retrieval;
