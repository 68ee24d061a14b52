package io.evaldata.datasets.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes small JPEGs of pictures. */
final class ThumbnailMaker {
    private static final float QUALITY = 0.72f;

    private ThumbnailMaker() {}

    /**
     * Makes one.
     *
     * @param side pixels on the long side, at most
     * @param upright whether to turn the picture as its Exif data says; label maps fit it only as stored
     * @param notes where to say what is odd about it
     * @throws IOException when nothing can be shown
     */
    static Thumbnail of(Path file, int side, boolean upright, List<String> notes) throws IOException {
        PictureHeader header = PictureHeader.read(file);
        note(file, header, upright, notes);
        BufferedImage stored = PictureReader.read(file, header, side, notes);
        return encode(scaled(stored, header, side, upright));
    }

    /** A thumbnail of pixels in memory. */
    static Thumbnail of(BufferedImage picture) throws IOException {
        return encode(picture);
    }

    private static void note(Path file, PictureHeader header, boolean upright, List<String> notes) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        String named = extension.equals("jpg") ? "jpeg" : extension;
        if (!named.equals(header.format())) {
            notes.add("a " + header.format().toUpperCase(Locale.ROOT) + " in spite of its name");
        }
        if (header.components() == 4) {
            notes.add(header.adobeTransform() == 2 ? "YCCK colours" : "CMYK colours");
        }
        if (header.orientation() != 1) {
            notes.add("Exif orientation " + header.orientation() + (upright ? ", shown upright" : ", shown as stored"));
        }
    }

    private static BufferedImage scaled(BufferedImage stored, PictureHeader header, int side, boolean upright) {
        double scale = Math.min(1, (double) side / Math.max(header.width(), header.height()));
        int width = (int) Math.max(1, Math.round(header.width() * scale));
        int height = (int) Math.max(1, Math.round(header.height() * scale));
        boolean turned = upright && header.isTurned();
        BufferedImage small =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, small.getWidth(), small.getHeight());
        if (upright) {
            graphics.transform(turn(header.orientation(), width, height));
        }
        graphics.drawImage(stored, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    /** From the place of a pixel as stored to its place as meant (Exif 2.3, tag 0x0112). */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Thumbnail encode(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return new Thumbnail("image/jpeg", bytes.toByteArray(), image.getWidth(), image.getHeight());
    }
}
