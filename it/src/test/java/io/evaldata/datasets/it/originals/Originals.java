package io.evaldata.datasets.it.originals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The publications of all nineteen datasets. */
public final class Originals {
    private Originals() {}

    /** Makes them; what is generated goes through the scratch folder. */
    public static List<Original> all(Path scratch) throws IOException {
        Generated generated = new Generated(scratch);
        ClassificationOriginals classification = new ClassificationOriginals(generated);
        SegmentationOriginals segmentation = new SegmentationOriginals(generated);
        return List.of(
                RetrievalOriginals.coco(),
                RetrievalOriginals.flickr30k(),
                classification.imagenet(),
                classification.food101(),
                classification.cifar10(),
                classification.cifar100(),
                classification.sun397(),
                classification.stanfordCars(),
                classification.fgvcAircraft(),
                classification.dtd(),
                classification.oxfordPets(),
                classification.caltech101(),
                classification.flowers102(),
                segmentation.voc2012(),
                segmentation.voc2010Context(),
                segmentation.cocoStuff(),
                segmentation.cocoObject(),
                segmentation.cityscapes(),
                segmentation.ade20k());
    }
}
