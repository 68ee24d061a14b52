package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.download.FaultyServer;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How much of the published zips is moved for an evaluation, heads of answers included.
 *
 * <p>The stand-ins have the originals' sizes and the names and numbers of their members, each folder's in a row as zip
 * programs write them. Bodies are noise.
 */
@Timeout(240)
class BytesOnTheWireTest {
    private static final long VAL_2017 = 815_585_330;
    private static final int HEAD = 700;

    /** Cityscapes' members are this many times smaller here; what is moved besides them weighs so many times more. */
    private static final int CITYSCAPES_SCALE = Integer.getInteger("wire.scale", 8);

    @TempDir
    private Path folder;

    private FaultyServer server;
    private Random random;

    @BeforeEach
    void start() throws IOException {
        server = FaultyServer.start();
        random = new Random(5);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Members of one folder and how many bytes they have on average. */
    private record Group(List<String> names, long average) {}

    private VirtualZip zip(Group... groups) {
        VirtualZip zip = new VirtualZip();
        for (Group group : groups) {
            group.names().forEach(name -> zip.add(name, size(group.average())));
        }
        return zip.finish();
    }

    /** Half to one and a half of the average. */
    private int size(long average) {
        return (int) (average / 2 + random.nextLong(Math.max(1, average)));
    }

    private static List<String> numbered(String format, int count) {
        List<String> names = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            names.add(String.format(format, i));
        }
        return names;
    }

    private String published(String file, VirtualZip zip) {
        server.on("/" + file, zip.served());
        return "[{file: %s, urls: [\"%s\"], bytes: %d}]".formatted(file, server.uri("/" + file), zip.size());
    }

    /** What preparing these moves, in bytes. */
    private long moved(Workplace workplace, String... ids) throws IOException, InterruptedException {
        long before = bytes();
        try (Fetcher fetcher = Fetcher.into(workplace.cache()).open()) {
            Summary summary =
                    new Preparation(workplace.request(ids), workplace.cache(), fetcher, workplace.heard()).run();
            assertThat(summary.outcomes())
                    .allSatisfy(outcome ->
                            assertThat(outcome.state()).as(outcome.report()).isEqualTo(State.PREPARED));
        }
        return bytes() - before;
    }

    private long bytes() {
        return server.bytesSent() + (long) HEAD * server.requests().size();
    }

    private static void atMost(double percent, long moved, long whole, String what) {
        double share = 100.0 * moved / whole;
        System.out.printf("%s: %,d of %,d bytes, %.2f %%%n", what, moved, whole, share);
        assertThat(share).as("percent of " + what).isLessThanOrEqualTo(percent);
    }

    @Test
    void captionsOnlyAreTwoPercentOfTheAnnotationsAtMost() throws Exception {
        VirtualZip zip = new VirtualZip()
                .add("annotations/instances_train2017.json", 8_000_000)
                .add("annotations/instances_val2017.json", 3_600_000);
        for (int i = 0; i < 27; i++) {
            zip.add("annotations/person_keypoints_train2017." + i + ".json", 8_000_000);
        }
        zip.add("annotations/captions_train2017.json", 6_000_000)
                .add("annotations/captions_val2017.json", 1_300_000)
                .add("annotations/person_keypoints_val2017.json", 8_000_000)
                .add("annotations/person_keypoints_end.json", 8_000_000)
                .finish();
        Workplace workplace = new Workplace(folder)
                .catalogue(
                        """
                          - id: coco
                            sources: %s
                            steps:
                              - unpack: annotations_trainval2017.zip
                                members:
                                  - {from: annotations/captions_val2017.json, to: "annotations/{file}"}
                            expect: [{glob: annotations/captions_val2017.json, count: 1}]
                            checks: []
                        """
                                .formatted(published("annotations_trainval2017.zip", zip)));
        atMost(2, moved(workplace, "coco"), zip.size(), "annotations_trainval2017.zip");
    }

    @Test
    void cocoStuffCocoObjectAndAde20kTogetherAreTwoFifthsAtMost() throws Exception {
        VirtualZip stuff = zip(
                new Group(numbered("train2017/%012d.png", 118_287), 5_100),
                new Group(numbered("val2017/%012d.png", 5000), 5_100));
        String top = "ADEChallengeData2016/";
        VirtualZip ade = zip(
                new Group(numbered(top + "annotations/training/ADE_train_%08d.png", 20_210), 7_000),
                new Group(numbered(top + "annotations/validation/ADE_val_%08d.png", 2000), 7_000),
                new Group(List.of(top + "objectInfo150.txt", top + "sceneCategories.txt"), 300_000),
                new Group(numbered(top + "images/training/ADE_train_%08d.jpg", 20_210), 36_200),
                new Group(numbered(top + "images/validation/ADE_val_%08d.jpg", 2000), 36_200));
        assertThat(stuff.size()).isBetween(630_000_000L, 680_000_000L);
        assertThat(ade.size()).isBetween(940_000_000L, 990_000_000L);
        Workplace workplace = new Workplace(folder)
                .catalogue(
                        """
                          - id: coco_stuff164k
                            sources: %s
                            steps:
                              - unpack: stuffthingmaps_trainval2017.zip
                                members:
                                  - {from: "val2017/{name}.png", to: "annotations/val2017/{file}"}
                                  - {from: "train2017/{name}.png", to: "annotations/train2017/{file}", scope: full}
                            expect: [{glob: "annotations/val2017/*.png", count: 5000}]
                            checks: []
                        """
                                .formatted(published("stuffthingmaps_trainval2017.zip", stuff)),
                        """
                          - {id: ade20k, sources: %s, checks: []}
                        """
                                .formatted(published("ADEChallengeData2016.zip", ade)));
        long maps = moved(workplace, "coco_stuff164k");
        atMost(10, maps, stuff.size(), "stuffthingmaps_trainval2017.zip");
        long scenes = moved(workplace, "ade20k");
        atMost(12, scenes, ade.size(), "ADEChallengeData2016.zip");
        // All of val2017.zip is wanted, which is then fetched whole, each byte once; COCO-Object needs nothing more.
        atMost(
                40,
                VAL_2017 + maps + scenes,
                VAL_2017 + stuff.size() + ade.size(),
                "COCO-Stuff, COCO-Object and ADE20K");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cityscapesIsThreeTwentiethsAtMost(boolean scattered) throws Exception {
        List<String> frames = new ArrayList<>();
        frames.addAll(
                frames("test", Map.of("berlin", 544, "bielefeld", 181, "bonn", 46, "leverkusen", 58, "mainz", 298)));
        frames.addAll(frames("test", Map.of("munich", 398)));
        frames.addAll(frames(
                "train",
                Map.of(
                        "aachen",
                        174,
                        "bochum",
                        96,
                        "bremen",
                        316,
                        "cologne",
                        154,
                        "darmstadt",
                        85,
                        "dusseldorf",
                        221,
                        "erfurt",
                        109,
                        "hamburg",
                        248,
                        "hanover",
                        196,
                        "jena",
                        119)));
        frames.addAll(frames(
                "train",
                Map.of(
                        "krefeld",
                        99,
                        "monchengladbach",
                        94,
                        "strasbourg",
                        365,
                        "stuttgart",
                        196,
                        "tubingen",
                        144,
                        "ulm",
                        95,
                        "weimar",
                        142,
                        "zurich",
                        122)));
        frames.addAll(frames("val", Map.of("frankfurt", 267, "lindau", 59, "munster", 174)));
        assertThat(frames).hasSize(5000);
        if (scattered) {
            Collections.shuffle(frames, random);
        }
        VirtualZip pictures = new VirtualZip().add("README", 1200).add("license.txt", 2400);
        VirtualZip labels = new VirtualZip().add("README", 1200).add("license.txt", 2400);
        for (String frame : frames) {
            pictures.add("leftImg8bit/" + frame + "_leftImg8bit.png", size(2_318_000 / CITYSCAPES_SCALE));
            for (String kind : List.of("color.png", "instanceIds.png", "labelIds.png", "polygons.json")) {
                labels.add("gtFine/" + frame + "_gtFine_" + kind, size(12_300 / CITYSCAPES_SCALE));
            }
        }
        pictures.finish();
        labels.finish();
        Workplace workplace = new Workplace(folder)
                .acceptedTerms("cityscapes")
                .catalogue(
                        """
                          - id: cityscapes
                            sources:
                              - {file: leftImg8bit_trainvaltest.zip, urls: ["%s"], bytes: %d}
                              - {file: gtFine_trainvaltest.zip, urls: ["%s"], bytes: %d}
                            steps:
                              - unpack: leftImg8bit_trainvaltest.zip
                                members:
                                  - {from: "leftImg8bit/val/{city}/{name}.png", to: "leftImg8bit/val/{city}/{file}"}
                              - unpack: gtFine_trainvaltest.zip
                                members:
                                  - {from: "gtFine/val/{city}/{name}", to: "gtFine/val/{city}/{file}"}
                            expect: [{glob: "leftImg8bit/val/*/*_leftImg8bit.png", count: 500}]
                            checks: []
                        """
                                .formatted(
                                        server.uri("/leftImg8bit"),
                                        pictures.size(),
                                        server.uri("/gtFine"),
                                        labels.size()));
        server.on("/leftImg8bit", pictures.served()).on("/gtFine", labels.served());
        atMost(
                15,
                moved(workplace, "cityscapes"),
                pictures.size() + labels.size(),
                scattered ? "Cityscapes, scattered" : "Cityscapes");
    }

    private static List<String> frames(String split, Map<String, Integer> cities) {
        List<String> frames = new ArrayList<>();
        new TreeMap<>(cities)
                .forEach((city, count) ->
                        frames.addAll(numbered(split + "/" + city + "/" + city + "_%06d_000019", count)));
        return frames;
    }
}
