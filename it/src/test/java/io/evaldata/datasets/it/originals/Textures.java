package io.evaldata.datasets.it.originals;

import java.util.Random;

/** Publications of DTD with noise for images, as large as a test needs them. */
public final class Textures {
    private static final int MANY = 20000;
    private static final int BYTES = 1500;

    private Textures() {}

    /** One that takes seconds to unpack. */
    public static Original ofManyFiles() {
        return ofFiles(MANY);
    }

    /** One with so many files. */
    public static Original ofFiles(int files) {
        Original dtd = Original.of("dtd");
        Archive tar = new Archive();
        Random random = new Random(47);
        StringBuilder list = new StringBuilder();
        for (int i = 1; i <= files; i++) {
            byte[] noise = new byte[BYTES];
            random.nextBytes(noise);
            String name = String.format("banded/banded_%05d.jpg", i);
            tar.add("dtd/images/" + name, noise);
            list.append(name).append('\n');
        }
        tar.add("dtd/labels/test1.txt", list.toString());
        tar.members().forEach(dtd::leaves);
        return dtd.publishes("dtd-r1.0.1.tar.gz", tar.tarGz());
    }
}
