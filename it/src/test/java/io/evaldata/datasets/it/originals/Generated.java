package io.evaldata.datasets.it.originals;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.sample.SampleMirror;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;

/** Files where no real ones may be had: pictures, and the stand-ins that sample mode publishes. */
final class Generated {
    private final Path folder;

    /** Stand-ins are made below the folder. */
    Generated(Path folder) {
        this.folder = folder;
    }

    /** A published file of sample mode's stand-in of a dataset. */
    byte[] published(String id, String file) throws IOException {
        Catalog catalog = CatalogReader.builtIn().catalog();
        SampleMirror mirror = SampleMirror.at(folder, catalog, Set.of(id));
        URI address = catalog.get(id).source(file).urls().get(0);
        String query = address.getRawQuery() == null ? "" : "%3F" + address.getRawQuery();
        return Files.readAllBytes(
                Path.of(mirror.mirror()).resolve(address.getRawAuthority() + address.getRawPath() + query));
    }

    /** A JPEG that differs from those of other numbers. */
    static byte[] jpeg(int number, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(number * 2654435 & 0xffffff));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(number * 40503 & 0xffffff));
        graphics.fillOval(width / 8, height / 8, width / 2, height / 2);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }
}
