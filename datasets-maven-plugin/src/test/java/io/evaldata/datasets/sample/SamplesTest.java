package io.evaldata.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

    static List<String> ids() {
        return SampleMirror.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void areTheSameBytesEveryTime(String id) throws IOException {
        Sample first = Samples.makers().get(id).make();
        Sample second = Samples.makers().get(id).make();

        assertThat(second.files().keySet())
                .containsExactlyElementsOf(first.files().keySet());
        first.files()
                .forEach((file, content) ->
                        assertThat(second.files().get(file)).as(file).isEqualTo(content));
    }

    @Test
    void cocoHasPicturesAndSixAnnotationFiles() throws IOException {
        assertThat(members("coco", "val2017.zip")).hasSize(9).contains("val2017/", "val2017/000000000139.jpg");
        assertThat(members("coco", "annotations_trainval2017.zip"))
                .contains("annotations/captions_val2017.json", "annotations/instances_train2017.json")
                .hasSize(7);
    }

    @Test
    void flickrHasMacTwinsNamedLikePictures() throws IOException {
        assertThat(members("flickr30k", "flickr30k-images.zip"))
                .contains("flickr30k-images/1000092795.jpg", "__MACOSX/flickr30k-images/._1000092795.jpg");
        assertThat(new String(
                        Samples.makers().get("flickr30k").make().files().get("flickr_annotations_30k.csv"),
                        StandardCharsets.UTF_8))
                .startsWith("raw,sentids,split,filename,img_id\n\"[\"\"")
                .contains("\"[0,1,2,3,4]\",train,1000092795.jpg,0\n");
    }

    @Test
    void imagenetIsFlat() throws IOException {
        assertThat(members("imagenet", "val_images.tar.gz"))
                .hasSize(15)
                .allMatch(name -> name.matches("ILSVRC2012_val_\\d{8}_n\\d{8}\\.JPEG"));
    }

    @Test
    void sunHasAFolderMoreForSomeClasses() throws IOException {
        assertThat(members("sun397", "SUN397.tar.gz"))
                .contains("SUN397/ClassName.txt", "SUN397/a/apartment_building/outdoor/")
                .filteredOn(name -> name.matches(".*/sun_[a-z0-9]{16}\\.jpg"))
                .hasSize(12);
    }

    @Test
    void caltechIsAnArchiveInAnArchive() throws IOException {
        byte[] zip = Samples.makers().get("caltech101").make().files().get("caltech-101.zip");
        try (ZipArchiveInputStream in = new ZipArchiveInputStream(new ByteArrayInputStream(zip))) {
            for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("caltech-101/101_ObjectCategories.tar.gz")) {
                    assertThat(names(open("x.tar.gz", in.readAllBytes())))
                            .contains(
                                    "101_ObjectCategories/BACKGROUND_Google/image_0001.jpg",
                                    "101_ObjectCategories/accordion/image_0003.jpg");
                    return;
                }
            }
        }
        throw new AssertionError("no inner archive");
    }

    @Test
    void listedDatasetsHaveTheirLists() throws IOException {
        assertThat(members("food101", "food-101.tar.gz"))
                .contains("food-101/meta/test.json", "food-101/meta/classes.txt", "food-101/images/pizza/1005649.jpg");
        assertThat(members("fgvc_aircraft", "fgvc-aircraft-2013b.tar.gz"))
                .contains(
                        "fgvc-aircraft-2013b/data/variants.txt",
                        "fgvc-aircraft-2013b/data/images_variant_trainval.txt",
                        "fgvc-aircraft-2013b/data/images/0034309.jpg");
        assertThat(members("dtd", "dtd-r1.0.1.tar.gz"))
                .contains("dtd/labels/test1.txt", "dtd/labels/val10.txt", "dtd/images/banded/banded_0031.jpg");
        assertThat(members("oxford_pets", "annotations.tar.gz"))
                .contains(
                        "annotations/list.txt",
                        "annotations/trimaps/Red_circle_1.png",
                        "annotations/trimaps/._Red_circle_1.png");
    }

    @Test
    void segmentationArchivesAreLaidOutAsTheOriginals() throws IOException {
        assertThat(members("voc2012", "VOCtrainval_11-May-2012.tar"))
                .contains(
                        "VOCdevkit/VOC2012/ImageSets/Segmentation/val.txt",
                        "VOCdevkit/VOC2012/JPEGImages/2007_000033.jpg",
                        "VOCdevkit/VOC2012/SegmentationClass/2007_000033.png");
        assertThat(members("voc2010_context", "VOCtrainval_03-May-2010.tar"))
                .contains("VOCdevkit/VOC2010/JPEGImages/2008_000033.jpg");
        assertThat(members("coco_stuff164k", "stuffthingmaps_trainval2017.zip"))
                .contains("train2017/", "val2017/", "val2017/000000000139.png");
        assertThat(members("ade20k", "ADEChallengeData2016.zip"))
                .contains(
                        "ADEChallengeData2016/images/validation/ADE_val_00000001.jpg",
                        "ADEChallengeData2016/annotations/validation/ADE_val_00000001.png",
                        "ADEChallengeData2016/annotations/training/ADE_train_00000001.png");
    }

    @Test
    void bothCityscapesArchivesHaveTheSameFilesOnTop() throws IOException {
        assertThat(members("cityscapes", "leftImg8bit_trainvaltest.zip"))
                .contains("README", "license.txt", "leftImg8bit/val/frankfurt/frankfurt_000000_000019_leftImg8bit.png");
        assertThat(members("cityscapes", "gtFine_trainvaltest.zip"))
                .contains(
                        "README",
                        "license.txt",
                        "gtFine/val/frankfurt/frankfurt_000000_000019_gtFine_polygons.json",
                        "gtFine/val/frankfurt/frankfurt_000000_000019_gtFine_labelIds.png",
                        "gtFine/test/berlin/berlin_000000_000019_gtFine_polygons.json");
    }

    @Test
    void cocoAndCocoStuffShareOneImageArchive() throws IOException {
        assertThat(Samples.makers().get("coco_stuff164k").make().files())
                .containsEntry(
                        "val2017.zip",
                        Samples.makers().get("coco").make().files().get("val2017.zip"));
    }

    static List<String> members(String id, String file) throws IOException {
        byte[] archive = Samples.makers().get(id).make().files().get(file);
        return names(open(file, archive));
    }

    private static List<String> names(ArchiveInputStream<?> archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (archive) {
            for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static ArchiveInputStream<?> open(String file, byte[] archive) throws IOException {
        InputStream bytes = new ByteArrayInputStream(archive);
        if (file.endsWith(".zip")) {
            return new ZipArchiveInputStream(bytes);
        }
        return new TarArchiveInputStream(file.endsWith("gz") ? new GzipCompressorInputStream(bytes) : bytes);
    }
}
