package io.evaldata.datasets.sample;

import java.util.List;

/** A class of the classification samples: a shape in a colour. */
record Kind(Form form, Colour colour) {
    /** Ten classes that nobody mistakes for one another; most samples use the first few. */
    static final List<Kind> ALL = List.of(
            new Kind(Form.CIRCLE, Colour.RED),
            new Kind(Form.SQUARE, Colour.BLUE),
            new Kind(Form.STAR, Colour.YELLOW),
            new Kind(Form.TRIANGLE, Colour.GREEN),
            new Kind(Form.DIAMOND, Colour.PURPLE),
            new Kind(Form.RING, Colour.ORANGE),
            new Kind(Form.CROSS, Colour.WHITE),
            new Kind(Form.CIRCLE, Colour.BLACK),
            new Kind(Form.SQUARE, Colour.YELLOW),
            new Kind(Form.STAR, Colour.BLUE));

    /** Such as {@code red_circle}. */
    String name() {
        return colour.word() + "_" + form.word();
    }
}
