package io.evaldata.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInCatalogTest {
    private final Catalog catalog = CatalogReader.builtIn().catalog();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            coco            | mscoco                                               | retrieval      | RETRIEVAL      | coco
            flickr30k       | flickr flickr30k-images                              | retrieval      | RETRIEVAL      | flickr30k-images
            imagenet        | imagenet-1k imagenet-val                             | classification | IMAGENET       | ''
            food101         | food-101                                             | classification | CLASSIFICATION | food-101
            cifar10         | ''                                                   | classification | CLASSIFICATION | cifar-10-batches-py
            cifar100        | ''                                                   | classification | CLASSIFICATION | cifar-100-python
            sun397          | ''                                                   | classification | CLASSIFICATION | SUN397
            stanford_cars   | stanford_car cars                                    | classification | CLASSIFICATION | stanford_cars
            fgvc_aircraft   | aircraft                                             | classification | CLASSIFICATION | fgvc-aircraft-2013b
            dtd             | ''                                                   | classification | CLASSIFICATION | dtd
            oxford_pets     | pets                                                 | classification | CLASSIFICATION | oxford-iiit-pet
            caltech101      | ''                                                   | classification | CLASSIFICATION | caltech101
            flowers102      | flowers                                              | classification | CLASSIFICATION | flowers-102
            voc2012         | VOCdevkit/VOC2012 voc20 voc21                        | segmentation   | SEGMENTATION   | VOCdevkit/VOC2012
            voc2010_context | VOCdevkit/VOC2010 context59 context60 pascal_context | segmentation   | SEGMENTATION   | VOCdevkit/VOC2010
            coco_stuff164k  | ''                                                   | segmentation   | SEGMENTATION   | coco_stuff164k
            coco_object     | ''                                                   | segmentation   | SEGMENTATION   | coco_stuff164k
            cityscapes      | city_scapes                                          | segmentation   | SEGMENTATION   | cityscapes
            ade20k          | ade                                                  | segmentation   | SEGMENTATION   | ade/ADEChallengeData2016
            """)
    void namesGroupsAndRootsAreThoseOfTheContract(String id, String aliases, String group, Family family, String root) {
        Dataset dataset = catalog.get(id);
        assertThat(dataset.aliases()).isEqualTo(aliases.isEmpty() ? List.of() : List.of(aliases.split(" ")));
        assertThat(dataset.group()).isEqualTo(group);
        assertThat(dataset.family()).isEqualTo(family);
        assertThat(dataset.root()).isEqualTo(root);
    }

    @Test
    void theWayThatIsTriedFirstIsOneWhoseSourcesAreAlive() {
        assertThat(catalog.get("stanford_cars").firstWay(Scope.EVAL).name()).isEqualTo("repack at Hugging Face");
        assertThat(catalog.get("imagenet").firstWay(Scope.EVAL))
                .isEqualTo(catalog.get("imagenet").ways().get(0));
    }

    @Test
    void hasNineteenDatasetsInTheOrderOfTheContract() {
        assertThat(catalog.all().stream().map(Dataset::id))
                .containsExactly(
                        "coco",
                        "flickr30k",
                        "imagenet",
                        "food101",
                        "cifar10",
                        "cifar100",
                        "sun397",
                        "stanford_cars",
                        "fgvc_aircraft",
                        "dtd",
                        "oxford_pets",
                        "caltech101",
                        "flowers102",
                        "voc2012",
                        "voc2010_context",
                        "coco_stuff164k",
                        "coco_object",
                        "cityscapes",
                        "ade20k");
        assertThat(catalog.named("all")).hasSize(19);
        assertThat(catalog.named("retrieval")).hasSize(2);
        assertThat(catalog.named("classification")).hasSize(11);
        assertThat(catalog.named("segmentation")).hasSize(6);
    }

    @Test
    void everySourceIsUsedByAStep() {
        for (Dataset dataset : catalog.all()) {
            assertThat(dataset.ways().stream()
                            .flatMap(way -> way.sources(Scope.FULL).stream())
                            .collect(Collectors.toSet()))
                    .as(dataset.id())
                    .containsExactlyInAnyOrderElementsOf(dataset.sources().keySet());
        }
    }

    @Test
    void everySourceCanBeHadOrSaysWhereAPersonGetsIt() {
        for (Dataset dataset : catalog.all()) {
            for (Source source : dataset.sources().values()) {
                assertThat(source.urls().isEmpty()).as(source.file()).isEqualTo(source.access() == Access.MANUAL);
                assertThat(source.access() == Access.OPEN || !source.page().isEmpty())
                        .as(source.file())
                        .isTrue();
            }
        }
    }

    @Test
    void aGatedDatasetAsksForItsTermsToBeAccepted() {
        for (Dataset dataset : catalog.all()) {
            boolean gated = dataset.sources().values().stream()
                    .anyMatch(source -> source.access().isGated());
            assertThat(dataset.terms().mustAccept()).as(dataset.id()).isEqualTo(gated);
            assertThat(dataset.terms().licence()).as(dataset.id()).isNotBlank();
            assertThat(dataset.citations()).as(dataset.id()).isNotEmpty();
            assertThat(dataset.layout()).as(dataset.id()).isNotBlank();
        }
    }

    @Test
    void everyDatasetSaysWhatItConsistsOf() {
        for (Dataset dataset : catalog.all()) {
            for (Scope scope : Scope.values()) {
                assertThat(dataset.expectations()).as(dataset.id()).anyMatch(expected -> expected.scopes()
                        .contains(scope));
            }
        }
    }

    @Test
    void sharedFoldersNameEachOtherAndTheirSourceIsTheSame() {
        Dataset coco = catalog.get("coco");
        Dataset stuff = catalog.get("coco_stuff164k");
        assertThat(shared(coco))
                .containsOnly(
                        new Step.Shared("coco_stuff164k", "images/val2017"),
                        new Step.Shared("coco_stuff164k", "images/train2017"));
        assertThat(shared(stuff))
                .containsOnly(new Step.Shared("coco", "images/val2017"), new Step.Shared("coco", "images/train2017"));
        for (String file : List.of("val2017.zip", "train2017.zip")) {
            assertThat(coco.source(file)).isEqualTo(stuff.source(file));
        }
    }

    @Test
    void cocoObjectIsMadeFromCocoStuffAlone() {
        Dataset object = catalog.get("coco_object");
        assertThat(object.derivedFrom()).isEqualTo(Optional.of("coco_stuff164k"));
        assertThat(object.sources()).isEmpty();
    }

    @Test
    void rawLabelMapsAreToldFromThoseMadeOfThem() {
        for (String id : List.of("coco_stuff164k", "coco_object")) {
            PathPattern raw = catalog.get(id).ways().get(0).steps(Scope.EVAL).stream()
                    .filter(Step.LabelMaps.class::isInstance)
                    .map(step -> ((Step.LabelMaps) step).from())
                    .findFirst()
                    .orElseThrow();
            assertThat(raw.match("annotations/val2017/000000000139.png").orElseThrow())
                    .containsEntry("stem", "000000000139");
            assertThat(raw.match("annotations/val2017/a.b.c.png").orElseThrow()).containsEntry("stem", "a");
            assertThat(raw.matches("annotations/val2017/000000000139_labelTrainIds.png"))
                    .isFalse();
            assertThat(raw.matches("annotations/val2017/000000000139_instanceTrainIds.png"))
                    .isFalse();
            assertThat(raw.matches("annotations/val2017/a.b_labelTrainIds.png")).isFalse();
        }
    }

    @Test
    void theRepackOfSun397IsUnnestedWhateverItsTopFolder() {
        for (String top : List.of("", "SUN397/", "sun397/SUN397/", "a/b/SUN397/".replace("a/b", "data/x1"))) {
            assertThat(target("sun397", 1, top + "a/apse/indoor/sun_aaaaaaaaaaaaaaaa.jpg"))
                    .contains("a/apse/indoor/sun_aaaaaaaaaaaaaaaa.jpg");
        }
        assertThat(target("sun397", 1, "sun397/SUN397/ClassName.txt")).contains("ClassName.txt");
        assertThat(target("sun397", 1, "sun397/split_zhou_SUN397.json")).isEmpty();
    }

    @Test
    void copiesOfStanfordCarsAreFlattened() {
        for (int way = 1; way <= 2; way++) {
            for (String top : List.of("", "stanford_cars/", "cars_test/", "x/stanford_cars/")) {
                assertThat(target("stanford_cars", way, top + "cars_test/00001.jpg"))
                        .contains("cars_test/00001.jpg");
            }
            assertThat(target("stanford_cars", way, "stanford_cars/devkit/cars_meta.mat"))
                    .contains("devkit/cars_meta.mat");
            assertThat(target("stanford_cars", way, "stanford_cars/cars_train/00001.jpg"))
                    .isEmpty();
        }
        assertThat(target("stanford_cars", 3, "cars_test/cars_test/00001.jpg")).contains("cars_test/00001.jpg");
    }

    @Test
    void imagesOfTheHubArchiveGoToTheFolderTheirNameEndsIn() {
        assertThat(target("imagenet", 0, "ILSVRC2012_val_00000001_n01751748.JPEG"))
                .contains("data/val_images/n01751748/ILSVRC2012_val_00000001_n01751748.JPEG");
    }

    /** Where the first unpack step of a way puts a member in the evaluation scope. */
    private Optional<String> target(String id, int way, String member) {
        return catalog.get(id).ways().get(way).steps(Scope.EVAL).stream()
                .filter(Step.Unpack.class::isInstance)
                .flatMap(step -> ((Step.Unpack) step).members().stream())
                .filter(rule -> rule.from().matches(member))
                .findFirst()
                .filter(rule -> rule.scopes().contains(Scope.EVAL))
                .map(rule ->
                        rule.to().get(0).fill(member, rule.from().match(member).orElseThrow()));
    }

    private static List<Step.Shared> shared(Dataset dataset) {
        List<Step.Shared> shared = new ArrayList<>();
        for (Step step : dataset.ways().get(0).steps(Scope.FULL)) {
            if (step instanceof Step.Unpack unpack) {
                unpack.sharedWith().ifPresent(shared::add);
            }
        }
        return shared;
    }

    @Test
    void noAddressIsGivenTwiceForOneSource() {
        for (Dataset dataset : catalog.all()) {
            for (Source source : dataset.sources().values()) {
                assertThat(source.urls())
                        .as(source.file())
                        .doesNotHaveDuplicates()
                        .allMatch(URI::isAbsolute);
            }
        }
    }
}
