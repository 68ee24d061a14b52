package io.evaldata.datasets.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.evaldata.datasets.DatasetsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigRewritingTest {
    private static final Path VOC = Path.of("/new/VOC 2012");
    private static final Path CITY = Path.of("/new/city");
    private static final Path ADE = Path.of("/new/ade");

    private final ConfigWiring wiring = ConfigWiring.bundled();
    private final WiringRoots roots =
            WiringRoots.of(Map.of("voc2012", VOC, "cityscapes", CITY, "ade20k", ADE, "coco_object", Path.of("/new/c")));

    @TempDir
    private Path folder;

    @Test
    void changesNothingButTheValueInAFileWithCommentsOddQuotingTabsAndCrlf() throws IOException {
        String before = "\ufeff# data_root = 'a comment'\r\n"
                + "doc = '''\r\ndata_root = 'in a string'\r\n'''\r\n"
                + "dataset_type\t=\t\"PascalVOC20Dataset\"  # type\r\n"
                + "data_root\t=  \\\r\n  \"\"\"/old/VOCdevkit/VOC2012\"\"\"   # keep 'me'\t\r\n"
                + "test_dataloader = dict(dataset=dict(type=dataset_type, data_root=data_root))";
        Path file = write("cfg_voc20.py", before);

        WiringResult result = wiring.plan(folder, roots).apply();

        assertThat(result.changed()).containsExactly(file);
        assertThat(Files.readString(file)).isEqualTo(before.replace("/old/VOCdevkit/VOC2012", VOC.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data_root = '/old' '/more'\n",
                "data_root = f'/old'\n",
                "data_root = b'/old'\n",
                "data_root = '/old' + x\n",
                "data_root = os.path.join('a', 'b')\n",
                "data_root = '/a'\ndata_root = '/b'\n",
                "data_root = other = '/a'\n",
                "other = data_root = '/a'\n",
                "data_root, x = '/a', 1\n",
                "data_root += '/a'\n",
                "if x:\n    data_root = '/a'\n",
                "if x: data_root = '/a'\n",
                "t = dict(a=1)\nt['data_root'] = 1 + 2\n",
                "t.data_root = '/a'; data_root = '/b'\n",
                "for data_root in ['a']: pass\n",
                "t = [(data_root := '/a')]\n",
                "data_root = None\n",
                "from paths import data_root\n",
                "voc = '/x'\nd = dict(data_root=voc)\n",
                "a = dict(data_root='/a')\nb = dict(data_root='/b')\n",
            })
    void refusesWhatIsAmbiguousAndShowsTheLine(String text) throws IOException {
        Path file = write("cfg_voc20.py", "x = 1\n" + text);

        WiringPlan plan = wiring.plan(folder, roots);

        assertThat(plan.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isBetween(2, 3);
            assertThat(problem.lineText()).contains("data_root");
        });
        assertThatThrownBy(plan::apply)
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining(file + ":" + plan.problems().get(0).line() + ": data_root ");
        assertThat(Files.readString(file)).isEqualTo("x = 1\n" + text);
    }

    @Test
    void saysWhereAnAssignmentIsMissing() throws IOException {
        Path file = write("cfg_voc20.py", "x = 1\ndataset_type = 'PascalVOC20Dataset'\n");

        assertThat(wiring.plan(folder, roots).problems())
                .singleElement()
                .hasToString(file + ":2: the assignment of data_root is missing; by the file name cfg_voc20.py this"
                        + " config is for voc2012\n      dataset_type = 'PascalVOC20Dataset'");
    }

    @Test
    void rewritesTheBaseConfigThatAConfigTakesItsRootFrom() throws IOException {
        Path base = write("_base_/ade.py", "dataset_type = 'ADE20KDataset'\ndata_root = 'data/ade'\n");
        Path config =
                write("seg/cfg_ade20k.py", "_base_ = ['../_base_/ade.py']\nx = dict(data_root={{_base_.data_root}})");

        WiringPlan plan = wiring.plan(folder, roots);

        assertThat(plan.toChange()).containsExactly(base);
        assertThat(plan.leftAlone()).extracting(LeftAlone::file).containsExactly(config);
        assertThat(plan.problems()).isEmpty();
    }

    @Test
    void tellsTheDatasetByClassOrByTheOldValueWhenTheFileNameDoesNot() throws IOException {
        Path byClass = write("a.py", "dataset_type = 'CityscapesDataset'\ndata_root = 'x'\n");
        Path byNeighbour = write("b.py", "t = dict(d={'data_root': 'x', 'type': 'ADE20KDataset'})\n");
        Path byName = write("c.py", "dataset_type = ADE20KDataset\ndata_root = 'x'\n");
        Path byValue = write("d.py", "data_root = r'D:\\data\\VOCdevkit\\VOC2012\\'''\n".replace("\\'''", "'"));

        assertThat(wiring.plan(folder, roots).apply().changed()).containsExactly(byClass, byNeighbour, byName, byValue);
        assertThat(byClass).hasContent("dataset_type = 'CityscapesDataset'\ndata_root = '/new/city'\n");
        assertThat(byNeighbour).hasContent("t = dict(d={'data_root': '/new/ade', 'type': 'ADE20KDataset'})\n");
        assertThat(byName).hasContent("dataset_type = ADE20KDataset\ndata_root = '/new/ade'\n");
        assertThat(byValue).hasContent("data_root = r'/new/VOC 2012'\n");
    }

    @Test
    void wiresEachDatasetOfAConfigWithSeveral() throws IOException {
        Path file = write(
                "mixed.py",
                "train = dict(type='CityscapesDataset', data_root='a')\ntest = dict(type='ADE20KDataset', data_root='b')\n");

        wiring.plan(folder, roots).apply();

        assertThat(file)
                .hasContent(
                        "train = dict(type='CityscapesDataset', data_root='/new/city')\ntest = dict(type='ADE20KDataset',"
                                + " data_root='/new/ade')\n");
    }

    @Test
    void listsWhatWasTriedWhenTheDatasetCannotBeTold() throws IOException {
        write("mine.py", "data_root = '/somewhere'\n");

        assertThat(wiring.plan(folder, roots).problems())
                .singleElement()
                .asString()
                .contains(
                        "mine.py:1: which dataset this is for cannot be told: the file name mine.py is not one of the"
                                + " eight, it names no dataset_type, and the old value '/somewhere' ends like no dataset's root");
    }

    @Test
    void leavesOtherDatasetsUnchosenOnesAndProgramsAlone() throws IOException {
        Path other = write("drive.py", "dataset_type = 'DRIVEDataset'\ndata_root = 'data/DRIVE'\n");
        Path sameClass = write("cfg_coco_stuff10k.py", "dataset_type = 'COCOStuffDataset'\ndata_root = ''\n");
        Path unchosen = write("cfg_context59.py", "data_root = ''\n");
        write("tool.py", "import os\ndef f(data_root='x'):\n    data_root = 'y'\ndata_root = 'z'\n");
        write("train.py", "from torch import x\ntrain_dataloader = x(1)\ndata_root = 'z'\n");
        write("notes.txt", "data_root = 'x'\n");

        WiringPlan plan = wiring.plan(folder, roots);

        assertThat(plan.toChange()).isEmpty();
        assertThat(plan.toWrite()).isEmpty();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.leftAlone()).extracting(LeftAlone::file).containsExactlyInAnyOrder(other, sameClass, unchosen);
    }

    @Test
    void keepsAnInheritedClassInMindWhenOnlyTheRootIsOverridden() throws IOException {
        write("base/ade.py", "dataset_type = 'ADE20KDataset'\ndata_root = 'data/ade'\n");
        Path mine = write("mine.py", "_base_ = 'base/ade.py'\ndata_root = '/mine'\n");

        wiring.plan(folder, roots).apply();

        assertThat(mine).hasContent("_base_ = 'base/ade.py'\ndata_root = '/new/ade'\n");
    }

    @Test
    void findsConfigsAtAnyDepthButNotInHiddenFoldersOrInstalledPackages() throws IOException {
        Path deep = write("a/b/c/d/cfg_voc20.py", "data_root = 'x'\n");
        write(".git/cfg_voc20.py", "data_root = 'x'\n");
        write("env/site-packages/cfg_voc20.py", "data_root = 'x'\n");

        assertThat(wiring.plan(folder, roots).toChange()).containsExactly(deep);
    }

    @Test
    void keepsTheLastSlashWhenTheConfigGluesNamesToTheRoot() throws IOException {
        Path glued = write("glued/cfg_ade20k.py", "data_root = 'data/ade/'\nann = data_root + 'x.json'\n");
        Path joined = write("joined/cfg_ade20k.py", "data_root = 'data/ade/'\n");

        wiring.plan(folder, roots).apply();

        assertThat(glued).hasContent("data_root = '/new/ade/'\nann = data_root + 'x.json'\n");
        assertThat(joined).hasContent("data_root = '/new/ade'\n");
        assertThat(wiring.plan(folder, roots).toChange()).isEmpty();
    }

    @Test
    void writesNoFileWhenOneOfThemHasAProblemAndSaysAllProblems() throws IOException {
        Path good = write("a/cfg_voc20.py", "data_root = 'x'\n");
        write("b/cfg_voc21.py", "data_root = f'x'\n");
        write("c/cfg_ade20k.py", "data_root = ('x'\n");

        assertThatThrownBy(() -> wiring.plan(folder, roots).apply())
                .isInstanceOf(DatasetsException.class)
                .hasMessageContainingAll("2 places", "cfg_voc21.py:1", "cfg_ade20k.py:1", "'(' is never closed");
        assertThat(good).hasContent("data_root = 'x'\n");
    }

    @Test
    void leavesNoFileChangedWhenOneWasChangedByOthersSincePlanning() throws IOException {
        Path first = write("a/cfg_voc20.py", "data_root = 'x'\n");
        Path second = write("b/cfg_voc20.py", "data_root = 'x'\n");
        WiringPlan plan = wiring.plan(folder, roots);
        Files.writeString(second, "data_root = 'y'\n");

        assertThatThrownBy(plan::apply)
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("changed by someone");
        assertThat(first).hasContent("data_root = 'x'\n");
        assertThat(first.getParent()).isDirectoryContaining(path -> path.equals(first));
        assertThat(first.getParent())
                .isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void doesNotTouchTheFileTheSecondTimeHoweverTheValueIsSpelled() throws IOException {
        Path file = write("cfg_ade20k.py", "data_root = '/n\\x65w/\\141de'\n");
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, old);

        WiringResult result = wiring.plan(folder, roots).apply();

        assertThat(result.unchanged()).containsExactly(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
    }

    @Test
    void writesThroughALinkAndKeepsPermissions() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path real = write("real/ade.txt", "data_root = 'x'\n");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw---x"));
        Path link = Files.createSymbolicLink(folder.resolve("cfg_ade20k.py"), real);

        wiring.plan(folder, roots).apply();

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("data_root = '/new/ade'\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-rw---x");
    }

    @Test
    void escapesWhatTheFilesEncodingDoesNotHave() throws IOException {
        assumeThat(FileNames.usablePart("\u00e4\u6570")).hasSize(2);
        Path file = folder.resolve("cfg_ade20k.py");
        Files.writeString(file, "# -*- coding: latin-1 -*-\n# \u00e9\ndata_root = 'x'\n", StandardCharsets.ISO_8859_1);

        wiring.plan(folder, WiringRoots.of(Map.of("ade20k", Path.of("/d\u00e4/\u6570"))))
                .apply();

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .isEqualTo("# -*- coding: latin-1 -*-\n# \u00e9\ndata_root = '/d\\xe4/\\u6570'\n");
    }

    @Test
    void showsADiffWithContext() throws IOException {
        Path file = write("cfg_ade20k.py", "a = 1\nb = 2\nc = 3\nd = 4\ndata_root = 'x'\ne = 5");

        assertThat(wiring.plan(folder, roots).diff())
                .isEqualTo("--- " + file + "\n+++ " + file + "\n@@ -2,5 +2,5 @@\n b = 2\n c = 3\n d = 4\n"
                        + "-data_root = 'x'\n+data_root = '/new/ade'\n e = 5\n\\ No newline at end of file\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import torch\ndataset_root = @\nprint(dataset_root)\n",
                "class A:\n    def f(self, dataset_root=@):\n        g(dataset_root=dataset_root)\n",
                "import a\nif __name__ == '__main__':\n    x = f'{a['b']}'\nelse:\n    pass\ndataset_root: str = @\n",
            })
    void pointsTheDatasetRootOfANamedFileAtTheClassificationRoot(String text) throws IOException {
        Path file = write("anything.py", text.replace("@", "'/old'"));
        WiringRoots classification = new WiringRoots(Map.of(), Optional.of(Path.of("/new/classification")));

        wiring.plan(file, classification).apply();

        assertThat(file).hasContent(text.replace("@", "'/new/classification'"));
        assertThat(wiring.plan(file, classification).toChange()).isEmpty();
    }

    @Test
    void refusesADatasetRootThatIsAssignedTwice() throws IOException {
        Path file = write("eval.py", "import os\ndef a():\n    dataset_root = 'x'\ndef b():\n    dataset_root = 'y'\n");

        assertThat(wiring.plan(file, new WiringRoots(Map.of(), Optional.of(ADE)))
                        .problems())
                .extracting(WiringProblem::line)
                .containsExactly(3, 5);
    }

    @Test
    void saysThatAFolderWithoutAnyConfigCannotBeMeant() throws IOException {
        write("main.py", "print('hello')\n");

        WiringPlan plan = wiring.plan(folder, roots);

        assertThat(plan.toWrite()).isEmpty();
        assertThat(plan.problems()).singleElement().asString().contains("has Python files, but none is a config");
    }

    @Test
    void joinsSeveralPlansIntoOneThatIsDoneOrNotDone() throws IOException {
        Path good = write("a/cfg_voc20.py", "data_root = 'x'\n");
        write("b/cfg_voc20.py", "data_root = 1\n");

        WiringPlan both = WiringPlan.all(
                List.of(wiring.plan(folder.resolve("a"), roots), wiring.plan(folder.resolve("b"), roots)));

        assertThatThrownBy(both::apply).isInstanceOf(DatasetsException.class);
        assertThat(good).hasContent("data_root = 'x'\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
