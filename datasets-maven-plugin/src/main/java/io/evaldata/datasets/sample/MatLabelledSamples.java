package io.evaldata.datasets.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Struct;

/** Stand-ins of the datasets whose labels are in MAT files: Oxford Flowers and Stanford Cars. */
final class MatLabelledSamples {
    private static final int CLASSES = 4;
    private static final int PER_CLASS = 3;
    private static final int WIDTH = 144;
    private static final int HEIGHT = 108;

    private MatLabelledSamples() {}

    /** Of every class one picture for training, one for validation, one for testing. */
    static Sample flowers102() throws IOException {
        Sample sample = new Sample();
        SampleArchive archive = new SampleArchive();
        List<Integer> labels = new ArrayList<>();
        List<List<Integer>> splits = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < CLASSES * PER_CLASS; i++) {
            int label = i / PER_CLASS;
            String file = String.format("jpg/image_%05d.jpg", i + 1);
            sample.leaves(file);
            archive.add(file, SamplePicture.jpeg(Scene.of(Kind.ALL.get(label), i, WIDTH, HEIGHT)));
            labels.add(label + 1);
            splits.get(i % PER_CLASS).add(i + 1);
        }
        byte[] imageLabels = MatBytes.of(Mat5.newMatFile().addArray("labels", MatBytes.row(MatlabType.UInt8, labels)));
        byte[] setId = MatBytes.of(Mat5.newMatFile()
                .addArray("trnid", MatBytes.row(MatlabType.UInt16, splits.get(0)))
                .addArray("valid", MatBytes.row(MatlabType.UInt16, splits.get(1)))
                .addArray("tstid", MatBytes.row(MatlabType.UInt16, splits.get(2))));
        return sample.file("102flowers.tgz", archive.tarGz())
                .file("imagelabels.mat", imageLabels)
                .file("setid.mat", setId)
                .leaves("imagelabels.mat", imageLabels)
                .leaves("setid.mat", setId);
    }

    static Sample stanfordCars() throws IOException {
        byte[] meta = meta();
        byte[] testAnnotations = annotations(0, true);
        SampleArchive devkit = new SampleArchive()
                .add("devkit/README.txt", "Generated stand-in of the Cars development kit.\n")
                .add("devkit/cars_meta.mat", meta)
                .add("devkit/cars_train_annos.mat", annotations(1, true))
                .add("devkit/cars_test_annos.mat", annotations(0, false));
        Sample sample = new Sample();
        for (int i = 0; i < CLASSES * PER_CLASS; i++) {
            sample.leaves("cars_test/" + carFile(i)).leavesInFull("cars_train/" + carFile(i));
        }
        return sample.file("cars_test.tgz", cars("cars_test/", 0))
                .file("cars_train.tgz", cars("cars_train/", 1))
                .file("car_devkit.tgz", devkit.tarGz())
                .file("cars_test_annos_withlabels.mat", testAnnotations)
                .leaves("devkit/README.txt")
                .leaves("devkit/cars_meta.mat", meta)
                .leaves("devkit/cars_train_annos.mat")
                .leaves("devkit/cars_test_annos.mat")
                .leaves("cars_test_annos_withlabels.mat", testAnnotations);
    }

    private static byte[] meta() throws IOException {
        List<String> names = Kind.ALL.stream()
                .limit(CLASSES)
                .map(kind -> kind.name().replace('_', ' '))
                .toList();
        return MatBytes.of(Mat5.newMatFile().addArray("class_names", MatBytes.cells(names)));
    }

    private static byte[] cars(String folder, int part) throws IOException {
        SampleArchive archive = new SampleArchive();
        for (int i = 0; i < CLASSES * PER_CLASS; i++) {
            archive.add(folder + carFile(i), SamplePicture.jpeg(carScene(part, i)));
        }
        return archive.tarGz();
    }

    private static byte[] annotations(int part, boolean labelled) throws IOException {
        Struct annotations = Mat5.newStruct(1, CLASSES * PER_CLASS);
        for (int i = 0; i < CLASSES * PER_CLASS; i++) {
            Figure car = carScene(part, i).figures().get(0);
            set(annotations, "bbox_x1", i, (int) (car.x() - car.radius()) + 1);
            set(annotations, "bbox_y1", i, (int) (car.y() - car.radius()) + 1);
            set(annotations, "bbox_x2", i, (int) (car.x() + car.radius()));
            set(annotations, "bbox_y2", i, (int) (car.y() + car.radius()));
            if (labelled) {
                set(annotations, "class", i, i % CLASSES + 1);
            }
            annotations.set("fname", i, Mat5.newString(carFile(i)));
        }
        return MatBytes.of(Mat5.newMatFile().addArray("annotations", annotations));
    }

    private static void set(Struct annotations, String field, int index, int value) {
        annotations.set(field, index, MatBytes.row(MatlabType.UInt16, List.of(value)));
    }

    private static Scene carScene(int part, int index) {
        return Scene.of(Kind.ALL.get(index % CLASSES), 50 * part + index, WIDTH, HEIGHT);
    }

    private static String carFile(int index) {
        return String.format("%05d.jpg", index + 1);
    }
}
