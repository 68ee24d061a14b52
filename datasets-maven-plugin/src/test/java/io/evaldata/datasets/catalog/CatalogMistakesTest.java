package io.evaldata.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake in a catalogue file is shown with file, line and key. */
class CatalogMistakesTest {
    /** The beginning of a catalogue file that changes something of one dataset, in its third line. */
    private static final String COCO = "datasets:\n  - id: coco\n    ";

    @TempDir
    private Path folder;

    @Test
    void showsWhereAFileIsNotWellFormed() throws IOException {
        mistake("datasets:\n  - id: [coco\n    title: x\n", 3, "not well formed");
    }

    @Test
    void showsAnUnknownKeyAndTheKnownOnes() throws IOException {
        mistake(COCO + "titel: x\n", 3, "'titel': unknown key", "title");
        mistake(COCO + "sources:\n      - file: val2017.zip\n        size: 3\n", 5, "'size'", "bytes");
        mistake(COCO + "expect:\n      - {glob: x, count: 1, where: y}\n", 4, "'where'");
        mistake("dataset:\n  - id: coco\n", 1, "'dataset': unknown key");
    }

    @Test
    void showsWhichKeyIsMissing() throws IOException {
        mistake("datasets:\n  - title: x\n", 2, "key 'id' is missing");
        mistake("datasets:\n\n  - id: mine\n    sources: []\n", 3, "a dataset needs 'steps'");
        mistake(COCO + "sources:\n      - bytes: 3\n", 4, "key 'file' is missing");
        mistake(COCO + "expect:\n      - glob: '*'\n", 4, "key 'count' is missing");
    }

    @Test
    void showsAValueOfTheWrongType() throws IOException {
        mistake(COCO + "title: [a]\n", 3, "'title': expected a text, found a list");
        mistake(COCO + "sources:\n      - file: val2017.zip\n        bytes: many\n", 5, "'bytes'", "'many'");
        mistake(COCO + "sources:\n      - file: val2017.zip\n        bytes: -1\n", 5, "'bytes'", "'-1'");
        mistake(COCO + "terms: {mustAccept: perhaps}\n", 3, "'mustAccept': expected true or false");
        mistake(COCO + "sources: val2017.zip\n", 3, "'sources': expected a list");
        mistake("datasets: coco\n", 1, "expected a mapping, found 'coco'");
        mistake("- coco\n", 1, "expected a mapping, found a list");
    }

    @Test
    void showsAKeyThatIsGivenTwice() throws IOException {
        mistake(COCO + "title: a\n    title: b\n", 4, "'title' is given twice");
    }

    @Test
    void showsADatasetOrSourceThatIsGivenTwiceInOneFile() throws IOException {
        mistake(COCO + "title: a\n  - id: coco\n    title: b\n", 4, "'id'", "'coco' is given twice");
        mistake(COCO + "sources:\n      - file: a.zip\n      - file: a.zip\n", 5, "'file'", "'a.zip' is given twice");
    }

    @Test
    void showsADigestOfTheWrongLength() throws IOException {
        mistake(
                COCO + "sources:\n      - file: val2017.zip\n        sha256: abc\n",
                5,
                "'sha256'",
                "64 hex digits",
                "'abc'");
        mistake(COCO + "expect:\n      - {file: x, md5: 12}\n", 4, "'md5'", "32 hex digits", "'12'");
    }

    @Test
    void showsAPathThatLeadsOutside() throws IOException {
        mistake(COCO + "root: ../elsewhere\n", 3, "'root'", "'../elsewhere'");
        mistake(COCO + "root: /etc\n", 3, "'root'", "'/etc'");
        mistake(COCO + "sources:\n      - file: ../a.zip\n", 4, "'file'", "no file name");
        mistake(
                """
                datasets:
                  - id: coco
                    steps:
                      - unpack: val2017.zip
                        members:
                          - {from: '{a**}', to: '../{a}'}
                """,
                6,
                "'to'",
                "'../");
    }

    @Test
    void showsAnAliasThatMeansSomethingElse() throws IOException {
        mistake(COCO + "aliases:\n      - mine\n      - pets\n", 5, "'pets'", "'coco'", "'oxford_pets'");
        mistake(COCO + "aliases: [all]\n", 3, "'all'");
        mistake(COCO + "aliases: [cifar10]\n", 3, "'cifar10'");
        mistake(
                "datasets:\n  - id: segmentation\n    group: retrieval\n    steps: [{write: a, lines: [a]}]\n",
                2,
                "'segmentation'");
    }

    @Test
    void showsAnUnknownStepOrCheckAndTheKnownOnes() throws IOException {
        mistake(COCO + "steps:\n      - explode: val2017.zip\n", 4, "exactly one of", "unpack");
        mistake(
                COCO + "steps:\n      - {copy: val2017.zip, remove: x, to: y}\n",
                4,
                "exactly one of",
                "copy and remove");
        mistake(COCO + "checks:\n      - {smell: roses}\n", 4, "exactly one of", "listed");
    }

    @Test
    void showsAPartOfATargetThatTheSourceDoesNotHave() throws IOException {
        mistake(
                """
                datasets:
                  - id: coco
                    steps:
                      - unpack: val2017.zip
                        members:
                          - {from: '{a}.jpg', to: '{b}'}
                """,
                6,
                "'to'",
                "{b} is not known");
    }

    @Test
    void showsAStepThatReadsAnUnknownSource() throws IOException {
        mistake(COCO + "steps:\n      - {copy: nowhere.txt, to: x}\n", 4, "'copy'", "'nowhere.txt'");
    }

    @Test
    void showsAnAddressThatIsNone() throws IOException {
        mistake(
                COCO + "sources:\n      - file: a\n        urls:\n          - ftp://host/a\n",
                6,
                "'urls[0]'",
                "ftp://host/a");
        mistake(COCO + "sources:\n      - {file: a, urls: 'https://me:secret@host/a'}\n", 4, "'urls'", "settings.xml");
    }

    @Test
    void showsADatasetDerivedFromAnUnknownOne() throws IOException {
        mistake("datasets:\n  - id: coco_object\n    derivedFrom: nothing\n", 3, "'derivedFrom'", "'nothing'");
    }

    @Test
    void showsADatasetDerivedFromADerivedOneOrFromItself() throws IOException {
        mistake("datasets:\n  - id: cityscapes\n    derivedFrom: coco_object\n", 3, "'derivedFrom'", "itself derived");
        mistake("datasets:\n  - id: cityscapes\n    derivedFrom: cityscapes\n", 3, "'derivedFrom'", "itself derived");
    }

    @Test
    void saysThatAFileIsNotThere() {
        Path file = folder.resolve("absent.yaml");
        assertThatThrownBy(() -> CatalogReader.builtIn().merge(file))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("no such catalogue file");
    }

    @Test
    void refusesNestingThatIsMeantToExhaustTheStack() throws IOException {
        Path file = Files.writeString(
                folder.resolve("deep.json"), "{\"datasets\":" + "[".repeat(800) + "]".repeat(800) + "}");
        assertThatThrownBy(() -> CatalogReader.builtIn().merge(file))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("nested more than");
    }

    @Test
    void showsWhatIsWrongWithALabelTable() throws IOException {
        String step = COCO + "steps:\n      - labelMaps: 'a'\n        to: b\n";
        mistake(step + "        table: coco-stuff\n", 6, "'table'", "coco-stuff-train-ids");
        mistake(step + "        table: {id: 3}\n", 6, "'table': id is no key of a label table");
        mistake(step + "        table: {ids: {0: 1, 0-3: 2}}\n", 6, "'table': ids.0-3 gives id 0 a second time");
        mistake(
                step + "        table:\n          colours: [{rgb: [1, 2, 300], id: 0}]\n",
                6,
                "'table': colours[0].rgb has to be a number from 0 to 255, found 300");
    }

    @Test
    void showsACaptionStepThatCannotTellSplitsApart() throws IOException {
        String step = COCO + "steps:\n      - splitCaptions: t.csv\n        images: '{image}'\n";
        mistake(
                step + "        splits: {a: a.json, b: b.json}\n        columns: {image: i, caption: c}\n",
                4,
                "what tells the 2 splits apart?");
        mistake(
                step + "        splits: {a: a.json}\n        columns: {image: i, caption: c, captions: d}\n",
                7,
                "'columns': give 'caption'");
        mistake(
                step
                        + "        splits: {a: a.json}\n        columns: {image: i, caption: c}\n        lists: {b: b.txt}\n",
                4,
                "[b] and [a]");
        mistake(
                step
                        + "        splits: {a: a.json}\n        columns: {image: i, caption: c}\n        separator: '||'\n",
                8,
                "'separator'");
    }

    @Test
    void showsAMoveWhoseListSaysNothingOfTheFiles() throws IOException {
        String step = COCO + "steps:\n      - move: '{stem}.jpg'\n        to: '{class}/{file}'\n";
        mistake(step, 5, "'to': {class} is not known here");
        mistake(
                step + "        listedIn: a.txt\n        line: '{image} {class}'\n",
                4,
                "the list gives [image, class], the files have [stem]");
        mistake(step + "        line: '{stem} {class}'\n", 6, "'line': unknown key");
    }

    @Test
    void showsAConfigThatLacksWhatItNeeds() throws IOException {
        mistake(COCO + "segConfig: {images: a, maps: b}\n", 3, "'segConfig': a config needs the names of the classes");
        String named = COCO + "report: {classNames: [a]}\n";
        mistake(named + "    segConfig: {images: a, maps: b, scale: [3]}\n", 4, "'scale'", "the shorter side");
        mistake(named + "    segConfig: {images: a, maps: b, file: a.txt}\n", 4, "'file'", "ends in .py");
    }

    @Test
    void namesTheNearestKeyStepAndDataset() throws IOException {
        mistake(COCO + "titel: x\n", 3, "did you mean 'title'? (datasets[0].titel)");
        mistake(COCO + "steps:\n      - unpak: val2017.zip\n", 4, "did you mean 'unpack'?");
        mistake(COCO + "checks:\n      - {image: x}\n", 4, "did you mean 'images'?");
        mistake("datasets:\n  - id: coco_object\n    derivedFrom: coco_stuff\n", 3, "did you mean 'coco_stuff164k'?");
        mistake(COCO + "steps: [{copy: val2018.zip, to: x}]\n", 3, "did you mean 'val2017.zip'?");
    }

    @Test
    void aMisspelledKeyIsNotToldAsMissingToo() throws IOException {
        mistake(
                """
                datasets:
                  - id: coco
                    steps:
                      - unpack: val2017.zip
                        members:
                          - {form: '{a}.jpg', to: '{a}'}
                """,
                6,
                "'form': unknown key; did you mean 'from'? (datasets[0].steps[0].members[0].form)");
    }

    @Test
    void allMistakesOfAllFilesAreToldAtOnceInTheOrderOfTheirLines() throws IOException {
        Path first = Files.writeString(
                folder.resolve("first.yaml"),
                """
                datasets:
                  - id: coco
                    titel: x
                    sources:
                      - {file: val2017.zip, bytes: many, sha256: abc, acces: open}
                      - {bytes: 3}
                    steps:
                      - unpack: val2017.zip
                        member: []
                      - {copy: nowhere.txt, to: ../x}
                    expect: [{glob: '*'}, {glob: x, count: y}]
                    checks: [{smell: roses}]
                  - title: nameless
                  - id: Wrong Id
                    group: segmentation
                    steps: []
                """);
        Path broken = Files.writeString(folder.resolve("second.yaml"), "datasets:\n  - id: [coco\n    title: x\n");
        Path absent = folder.resolve("third.yaml");
        Path last = Files.writeString(folder.resolve("last.yaml"), "datasets: [{id: dtd, aliases: [pets]}]\n");
        CatalogException told = catchThrowableOfType(CatalogException.class, () -> CatalogReader.builtIn()
                .merge(List.of(first, broken, absent, last))
                .catalog());

        assertThat(told).hasMessageStartingWith("16 mistakes in the catalogue files:\n  - " + first + ":3: 'titel'");
        assertThat(told.lines())
                .extracting(line ->
                        line.substring(folder.toString().length() + 1).replaceAll("(:\\d+: '[^']*'|:\\d+:|: ).*", "$1"))
                .containsExactly(
                        "first.yaml:3: 'titel'",
                        "first.yaml:5: 'acces'",
                        "first.yaml:5: 'bytes'",
                        "first.yaml:5: 'sha256'",
                        "first.yaml:6: 'sources[1]'",
                        "first.yaml:9: 'member'",
                        "first.yaml:10: 'copy'",
                        "first.yaml:10: 'to'",
                        "first.yaml:11: 'expect[0]'",
                        "first.yaml:11: 'count'",
                        "first.yaml:12: 'checks[0]'",
                        "first.yaml:13: 'datasets[1]'",
                        "first.yaml:14: 'id'",
                        "second.yaml:3:",
                        "third.yaml: ",
                        "last.yaml:1: 'aliases[0]'");
    }

    @Test
    void aTabIsShownInItsOwnLine() throws IOException {
        mistake("datasets:\n  - id: coco\n\ttitle: x\n", 3, "TAB");
        mistake("datasets:\n\t- id: coco\n", 2, "TAB");
        mistake(COCO + "title: x\n\n    layout: y\n\taliases: z\n", 6, "TAB");
    }

    private void mistake(String yaml, int line, String... said) throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), yaml);
        CatalogException told = catchThrowableOfType(
                CatalogException.class,
                () -> CatalogReader.builtIn().merge(file).catalog());
        assertThat(told.lines())
                .anySatisfy(mistake ->
                        assertThat(mistake).startsWith(file + ":" + line + ": ").contains(said));
    }
}
