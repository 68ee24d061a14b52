package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as a page of a Maven site; the project is the one that the quick start shows. */
class SiteIT {
    private static final Path QUICK_START = Path.of("..", "docs", "quick-start.md");

    @TempDir
    private Path temp;

    @Test
    void theSiteHasAPageThatLeadsToTheReport() throws Exception {
        MavenRun run = site("prepare").run().succeeds();
        Path site = temp.resolve("project/target/site");
        assertThat(site.resolve("datasets.html"))
                .content()
                .as(run.toString())
                .contains("2 of 2 datasets are ok", "href=\"datasets/index.html\"", "Describable Textures Dataset");
        assertThat(site.resolve("datasets/index.html")).content().contains("id=\"voc2012\"");
        assertThat(site.resolve("datasets/report.json")).isRegularFile();
    }

    @Test
    void datasetsThatAreNotPreparedAreShownAsSuch() throws Exception {
        MavenRun run = site("list").run().succeeds();
        assertThat(temp.resolve("project/target/site/datasets.html"))
                .content()
                .as(run.toString())
                .contains("0 of 2 datasets are ok", "missing");
    }

    @Test
    void withoutAChoiceThePageShowsWhatIsPreparedAndThereIsNoneWhereNothingIs() throws Exception {
        site("list");
        Path folder = temp.resolve("project");
        String pom = Files.readString(folder.resolve("pom.xml"));
        int reporting = pom.indexOf("<reporting>");
        String choice = "<datasets>dtd,voc2012</datasets>";
        assertThat(pom.substring(reporting)).contains(choice);
        Files.writeString(
                folder.resolve("pom.xml"),
                pom.substring(0, reporting) + pom.substring(reporting).replace(choice, ""));
        building(folder, "site").run().succeeds().says("no datasets are chosen");
        assertThat(folder.resolve("target/site/datasets.html")).doesNotExist();
        building(folder, "datasets:prepare", "site")
                .with("-Ddatasets=dtd")
                .run()
                .succeeds();
        assertThat(folder.resolve("target/site/datasets.html")).content().contains("1 of 1 datasets are ok");
    }

    @Test
    void thereIsNoPageWhenThePluginIsSkipped() throws Exception {
        site("prepare").with("-Ddatasets.skip").run().succeeds();
        assertThat(temp.resolve("project/target/site/datasets.html")).doesNotExist();
    }

    private MavenBuild site(String before) throws Exception {
        Fence fence = MarkdownPage.read(QUICK_START).fences().stream()
                .filter(block -> block.text().contains("<reporting>"))
                .findFirst()
                .orElseThrow();
        Path folder = Files.createDirectories(temp.resolve("project"));
        Files.createDirectories(folder.resolve(".mvn"));
        Files.writeString(
                folder.resolve("pom.xml"), XmlSnippet.parse(fence).pom().orElseThrow());
        return building(folder, "datasets:" + before, "site");
    }

    private static MavenBuild building(Path folder, String... goals) {
        return MavenBuild.in(folder)
                .with("-o", "-Daether.offline.protocols=file", "-Ddatasets.sample=true")
                .with(goals);
    }
}
