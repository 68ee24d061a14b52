package io.evaldata.datasets.sample;

/**
 * A painted shape at a place in a picture.
 *
 * @param x the centre, in pixels from the left
 * @param y the centre, in pixels from the top
 * @param radius half its width and height, in pixels
 */
record Figure(Form form, Colour colour, double x, double y, double radius) {

    boolean covers(double px, double py) {
        double formX = (px - x) / radius;
        double formY = (py - y) / radius;
        return Math.abs(formX) <= 1 && Math.abs(formY) <= 1 && form.covers(formX, formY);
    }

    /** Such as {@code red circle}. */
    String words() {
        return colour.word() + " " + form.word();
    }
}
