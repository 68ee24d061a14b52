import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/**
 * A zip of pictures in as many class folders as ImageNet has, and the catalogue that prepares it. The same arguments make the same bytes.
 *
 * <p>usage: java ReportData.java FOLDER PICTURES CLASSES
 */
final class ReportData {
    private static final int DISTINCT = 200;

    private ReportData() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int pictures = Integer.parseInt(args[1]);
        int classes = Integer.parseInt(args[2]);
        Path zip = folder.resolve("pictures.zip");
        write(zip, pictures, classes);
        Files.writeString(
                folder.resolve("pictures.yaml"),
                """
                datasets:
                  - id: many_pictures
                    group: classification
                    title: %d generated pictures
                    sources:
                      - file: pictures.zip
                        urls: ["%s"]
                    steps:
                      - unpack: pictures.zip
                        members:
                          - {from: "{class}/{name}.JPEG", to: "val_images/{class}/{file}"}
                    expect:
                      - {glob: "val_images/*/*.JPEG", count: %d}
                    checks:
                      - {images: "val_images/{class}/{name}.JPEG"}
                """
                        .formatted(pictures, zip.toUri(), pictures));
    }

    private static void write(Path zip, int pictures, int classes) throws IOException {
        Random random = new Random(7);
        List<byte[]> drawn = new ArrayList<>();
        for (int i = 0; i < Math.min(DISTINCT, pictures); i++) {
            drawn.add(draw(random));
        }
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(zip), 1 << 20);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < pictures; i++) {
                byte[] picture = drawn.get(random.nextInt(drawn.size()));
                CRC32 crc = new CRC32();
                crc.update(picture);
                ZipEntry entry = new ZipEntry(String.format("n%08d/ILSVRC2012_val_%08d.JPEG", i % classes, i + 1));
                entry.setSize(picture.length);
                entry.setCrc(crc.getValue());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(picture);
            }
        }
    }

    /** Of ImageNet's usual sizes, around 500 x 375. */
    private static byte[] draw(Random random) throws IOException {
        int width = 350 + random.nextInt(300);
        int height = 280 + random.nextInt(220);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        for (int i = 0; i < 300; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(random.nextInt(width) - 40, random.nextInt(height) - 40, random.nextInt(90), random.nextInt(90));
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
