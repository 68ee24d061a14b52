package io.evaldata.datasets.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which stand-ins can be made, by dataset id. */
final class Samples {
    private static final Map<String, Sample.Maker> MAKERS = new LinkedHashMap<>();

    static {
        MAKERS.put("coco", RetrievalSamples::coco);
        MAKERS.put("flickr30k", RetrievalSamples::flickr30k);
        MAKERS.put("imagenet", FolderSamples::imagenet);
        MAKERS.put("food101", ListedSamples::food101);
        MAKERS.put("cifar10", CifarSamples::cifar10);
        MAKERS.put("cifar100", CifarSamples::cifar100);
        MAKERS.put("sun397", FolderSamples::sun397);
        MAKERS.put("stanford_cars", MatLabelledSamples::stanfordCars);
        MAKERS.put("fgvc_aircraft", ListedSamples::fgvcAircraft);
        MAKERS.put("dtd", ListedSamples::dtd);
        MAKERS.put("oxford_pets", PetSamples::oxfordPets);
        MAKERS.put("caltech101", FolderSamples::caltech101);
        MAKERS.put("flowers102", MatLabelledSamples::flowers102);
        MAKERS.put("voc2012", VocSamples::voc2012);
        MAKERS.put("voc2010_context", VocSamples::voc2010Context);
        MAKERS.put("coco_stuff164k", CocoMapSamples::cocoStuff);
        MAKERS.put("coco_object", CocoMapSamples::cocoObject);
        MAKERS.put("cityscapes", StreetSamples::cityscapes);
        MAKERS.put("ade20k", AdeSamples::ade20k);
    }

    private Samples() {}

    /** The makers, in catalogue order. */
    static Map<String, Sample.Maker> makers() {
        return Collections.unmodifiableMap(MAKERS);
    }
}
