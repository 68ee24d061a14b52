package io.evaldata.datasets.it.originals;

import java.util.Random;

/** A publication of DTD that is large enough to be interrupted: thousands of files of noise. */
public final class Textures {
    private static final int FILES = 20000;
    private static final int BYTES = 1500;

    private Textures() {}

    /** Makes it. */
    public static Original original() {
        Original dtd = Original.of("dtd");
        Archive tar = new Archive();
        Random random = new Random(47);
        StringBuilder list = new StringBuilder();
        for (int i = 1; i <= FILES; i++) {
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
