package io.evaldata.datasets.it;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command and POM of the documentation works. Each page is followed from top to bottom by {@link DocumentedSteps}:
 *
 * <table>
 *   <caption>what the words behind an opening fence mean</caption>
 *   <tr><td>{@code sh}</td><td>run by bash, in the folder of the page; must succeed</td></tr>
 *   <tr><td>{@code xml}</td><td>a POM or a part of one: the page's project from here on, built with {@code mvn verify}
 *       unless commands follow; or a part of settings.xml: used from here on</td></tr>
 *   <tr><td>{@code yaml <file>}, {@code json <file>}</td><td>written as that file; commands in it, under {@code run} and
 *       {@code script}, are run</td></tr>
 *   <tr><td>{@code python}</td><td>run</td></tr>
 *   <tr><td>{@code text}</td><td>lines of the output of the commands before</td></tr>
 *   <tr><td>{@code ... checked}</td><td>done by a test of its page, see {@link DocsBlocksIT}; {@link DocsNamesIT} holds
 *       its names to the plugin all the same</td></tr>
 * </table>
 */
class DocsIT {
    @TempDir
    private Path temp;

    static Stream<MarkdownPage> pages() throws Exception {
        return MarkdownPage.forUsers().stream().filter(page -> !steps(page).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void doesWhatItsPageSays(MarkdownPage page) throws Exception {
        DocumentedSteps steps = new DocumentedSteps(temp);
        List<Fence> fences = steps(page);
        for (Fence fence : fences) {
            steps.take(fence);
        }
        steps.finish(fences.get(fences.size() - 1));
    }

    private static List<Fence> steps(MarkdownPage page) {
        return page.fences().stream().filter(fence -> !fence.isOnlyChecked()).toList();
    }
}
