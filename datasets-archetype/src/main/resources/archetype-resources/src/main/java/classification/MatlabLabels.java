package ${package}.classification;

import ${package}.classification.LabelledImages.LabelledImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Datasets whose labels are in MATLAB files; MATLAB counts classes and images from one. */
final class MatlabLabels {
    private MatlabLabels() {}

    static LabelledImages readFlowers102(Path root) throws IOException {
        Matrix test = read(root.resolve("setid.mat")).getMatrix("tstid");
        Matrix labels = read(root.resolve("imagelabels.mat")).getMatrix("labels");
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < test.getNumElements(); i++) {
            int number = test.getInt(i);
            Path image = root.resolve(String.format(Locale.ROOT, "jpg/image_%05d.jpg", number));
            images.add(new LabelledImage(image, labels.getInt(number - 1) - 1));
        }
        return new LabelledImages(ClassFolders.resource("flowers102-classes.txt"), images);
    }

    static LabelledImages readStanfordCars(Path root) throws IOException {
        Cell names = read(root.resolve("devkit/cars_meta.mat")).getCell("class_names");
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < names.getNumElements(); i++) {
            classes.add(names.getChar(i).getString());
        }
        Struct annotations =
                read(root.resolve("cars_test_annos_withlabels.mat")).getStruct("annotations");
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < annotations.getNumElements(); i++) {
            Path image = root.resolve("cars_test")
                    .resolve(annotations.getChar("fname", i).getString());
            images.add(
                    new LabelledImage(image, annotations.getMatrix("class", i).getInt(0) - 1));
        }
        return new LabelledImages(classes, images);
    }

    private static MatFile read(Path file) throws IOException {
        return Mat5.readFromFile(file.toFile());
    }
}
