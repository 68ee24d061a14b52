package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule of a catalogue file that takes nothing is named, with what there is. */
class RuleUseTest {
    @TempDir
    private Path folder;

    private Workplace workplace;
    private String address;

    @BeforeEach
    void publish() throws IOException {
        workplace = new Workplace(folder);
        address = workplace.publish("birds.zip", Zips.of("birds/val/wren/1.jpg", "a", "birds/README.txt", "b"));
    }

    private void steps(String steps) throws IOException {
        workplace.catalogue(
                """
                  - id: tiny
                    group: classification
                    sources: [{file: birds.zip, urls: ["%s"]}]
                    steps:
                """
                                .formatted(address)
                        + steps.indent(6));
    }

    @Test
    void aRuleThatTakesNoMemberFailsAndNamesArchiveAndMembers() throws Exception {
        steps("- {unpack: birds.zip, members: [{from: 'bird/val/{class}/{name}.jpg', to: '{class}/{file}'}]}");
        Outcome failed = workplace.prepare("tiny").outcomes().get(0);

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.report())
                .contains(
                        "tiny: no member of birds.zip is taken by the rule from: 'bird/val/{class}/{name}.jpg'",
                        "not taken are birds/val/wren/1.jpg, birds/README.txt",
                        "optional: true");
        assertThat(workplace.state().receipt("tiny")).isEmpty();
        assertThat(failed.report()).contains("-> Its entry is in catalogue.yaml, if that is what is wrong.");
    }

    @Test
    void rulesThatTakeNothingBesideOthersAreNamedButForOptionalOnesAndThoseOfAnotherScope() throws Exception {
        steps(
                """
                - unpack: birds.zip
                  members:
                    - {from: 'birds/{path**}', to: '{path}'}
                    - {from: 'birds/README.txt', to: '{file}'}
                    - {from: 'x', to: '{file}'}
                    - {from: 'y', to: '{file}', optional: true}
                    - {from: 'z', to: '{file}', scope: full}
                """);
        assertThat(workplace.states("tiny")).containsExactly(State.PREPARED);
        assertThat(workplace.heard().notes())
                .contains("tiny: no member of birds.zip is taken by the rules from: 'birds/README.txt', from: 'x';"
                        + " all of its members are taken by other rules");
    }

    @Test
    void anOptionalRuleMayTakeNothing() throws Exception {
        steps(
                """
                - unpack: birds.zip
                  members:
                    - {from: 'birds/{path**}', to: '{path}'}
                    - {from: 'LICENCE', to: '{file}', optional: true}
                """);
        assertThat(workplace.states("tiny")).containsExactly(State.PREPARED);
        assertThat(workplace.heard().notes()).noneMatch(note -> note.contains("no member"));
    }

    @Test
    void laterStepsThatFindNothingSayWhatThereIs() throws Exception {
        String unpack = "- {unpack: birds.zip, members: [{from: 'birds/{path**}', to: '{path}'}]}\n";
        steps(unpack + "- {move: 'train/{name}.jpg', to: '{file}'}");
        assertThat(workplace.prepare("tiny").outcomes().get(0).report())
                .contains(
                        "tiny: there is nothing to move: no file matches 'train/{name}.jpg'",
                        "there are README.txt, val/wren/1.jpg");
        steps(unpack + "- {listStems: 'images/{stem}.jpg', line: '{stem}', to: all.txt}");
        assertThat(workplace.prepare("tiny").outcomes().get(0).report())
                .contains("tiny: no file matches 'images/{stem}.jpg'", "there are README.txt, val/wren/1.jpg");
        steps(unpack + "- {write: list.txt, lines: [wren/1]}\n"
                + "- {keep: 'train/{class}/{n}.jpg', listedIn: list.txt, line: '{class}/{n}'}");
        assertThat(workplace.prepare("tiny").outcomes().get(0).report())
                .contains("tiny: there is nothing to keep: no file matches 'train/{class}/{n}.jpg'", "; there are ");
        steps(unpack + "- {write: list.txt, lines: [robin/2]}\n"
                + "- {keep: 'val/{class}/{n}.jpg', listedIn: list.txt, line: '{class}/{n}'}");
        assertThat(workplace.prepare("tiny").outcomes().get(0).report())
                .contains(
                        "tiny: there is nothing to keep: 'list.txt' names none of the files of 'val/{class}/{n}.jpg'",
                        "it names robin/2, a file is val/wren/1.jpg");
    }
}
