package ${package}.model;

import java.awt.image.BufferedImage;

/**
 * CLIP's view of an image: shorter side scaled to the model's, centre cut out, channels first, shifted and scaled by the means and
 * deviations of its training data.
 *
 * <p>Scaling is bicubic with a filter as wide as the shrinking demands, which is what Pillow does; Java's own takes four pixels
 * however far it shrinks, and a model trained on the other notices.
 *
 * @param side width and height of the result in pixels
 */
record ClipPixels(int side) {
    private static final double[] MEANS = {0.48145466, 0.4578275, 0.40821073};
    private static final double[] DEVIATIONS = {0.26862954, 0.26130258, 0.27577711};

    float[] of(BufferedImage image) {
        int shorter = Math.min(image.getWidth(), image.getHeight());
        int width = (int) ((long) image.getWidth() * side / shorter);
        int height = (int) ((long) image.getHeight() * side / shorter);
        Bicubic across = Bicubic.resize(image.getWidth(), width).cut((width - side) / 2, side);
        Bicubic down = Bicubic.resize(image.getHeight(), height).cut((height - side) / 2, side);
        float[] result = new float[3 * side * side];
        for (int channel = 0; channel < 3; channel++) {
            double[] narrowed = across.rows(channel(image, channel), image.getHeight());
            double[] scaled = down.columns(narrowed, side);
            for (int i = 0; i < scaled.length; i++) {
                double light = Math.max(0, Math.min(255, Math.round(scaled[i]))) / 255.0;
                result[channel * side * side + i] = (float) ((light - MEANS[channel]) / DEVIATIONS[channel]);
            }
        }
        return result;
    }

    private static double[] channel(BufferedImage image, int channel) {
        int width = image.getWidth();
        int[] row = new int[width];
        double[] values = new double[width * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                values[y * width + x] = row[x] >> (16 - 8 * channel) & 0xff;
            }
        }
        return values;
    }
}
