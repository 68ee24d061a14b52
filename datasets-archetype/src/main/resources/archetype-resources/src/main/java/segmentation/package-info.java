/** Open-vocabulary segmentation: configs, images and label maps in, mean intersection over union out. */
package ${package}.segmentation;
