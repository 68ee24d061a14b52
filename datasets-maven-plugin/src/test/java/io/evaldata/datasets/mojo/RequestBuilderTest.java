package io.evaldata.datasets.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Family;
import io.evaldata.datasets.prepare.Request;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.codehaus.plexus.PlexusContainer;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBuilderTest {
    @TempDir
    private Path home;

    private ListMojo mojo;

    private Properties typed;

    @BeforeEach
    void configureAsMavenDoes() throws ReflectiveOperationException {
        Properties system = new Properties();
        system.setProperty("user.home", home.toString());
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setSystemProperties(system);
        typed = request.getUserProperties();
        mojo = new ListMojo(session(request), null);
        mojo.datasets = List.of("coco");
        mojo.scope = "eval";
        mojo.connections = 8;
        mojo.root = home.resolve("data").toFile();
    }

    /** Maven marks every constructor of its session as its own business. */
    private static MavenSession session(MavenExecutionRequest request) throws ReflectiveOperationException {
        return MavenSession.class
                .getConstructor(
                        PlexusContainer.class,
                        RepositorySystemSession.class,
                        MavenExecutionRequest.class,
                        MavenExecutionResult.class)
                .newInstance(null, null, request, new DefaultMavenExecutionResult());
    }

    @Test
    void aSoundConfigurationBecomesARequest() throws IOException {
        Request request = request();
        assertThat(request.datasets()).singleElement().hasFieldOrPropertyWithValue("id", "coco");
        assertThat(request.roots().root()).isEqualTo(home.resolve("data"));
        assertThat(request.pillow()).isEqualTo("12.3");
        assertThat(request.sample()).isFalse();
    }

    @Test
    void anUnresolvedExpressionNeverBecomesAFolder() {
        mojo.root = new File("${my.data}/datasets");
        assertThat(refused()).hasMessageContaining("datasets.root is '${my.data}/datasets'");
    }

    @Test
    void theHomeFolderIsKnownWithoutAPom() throws IOException {
        mojo.root = new File("${user.home}/datasets");
        assertThat(request().roots().root()).isEqualTo(home.resolve("datasets"));
    }

    @Test
    void aTildeMeansTheHomeFolderAlsoBelowTheProject() throws IOException {
        mojo.root = new File("/project/~/datasets");
        assertThat(request().roots().root()).isEqualTo(home.resolve("datasets"));
    }

    @Test
    void aTildeAloneIsTheHomeFolder() throws IOException {
        mojo.root = new File("/project/~");
        assertThat(request().roots().root()).isEqualTo(home);
    }

    /** Maven makes null of {@code <dataset/>}, and of one whose expression has no value. */
    @Test
    void emptyElementsNameNothing() throws IOException {
        mojo.datasets = Arrays.asList(null, "coco", " ");
        mojo.catalogs = Arrays.asList((File) null);
        mojo.acceptTerms = Arrays.asList(null, "imagenet");
        Request request = request();
        assertThat(request.datasets()).singleElement().hasFieldOrPropertyWithValue("id", "coco");
        assertThat(request.fetching().acceptedTerms()).containsExactly("imagenet");
        assertThat(new RequestBuilder(mojo).configs(Arrays.asList((File) null))).isEmpty();
    }

    @Test
    void onlyEmptyElementsAreNoChoice() {
        mojo.datasets = Arrays.asList(null, "");
        assertThat(refused()).hasMessageContaining("no datasets are chosen");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        mojo.datasets = List.of("cocoo", "coco");
        mojo.scope = "most";
        mojo.pillowVersion = "8.0";
        mojo.threads = 0;
        mojo.connections = 0;
        mojo.mirror = "ftp://mirror";
        mojo.acceptTerms = List.of("imagenett");
        mojo.manualDir = home.resolve("nowhere").toFile();
        mojo.cache = new File("${cache}");
        assertThat(refused())
                .hasMessageStartingWith("9 mistakes in the configuration:")
                .hasMessageContaining("'cocoo'; did you mean 'coco'?")
                .hasMessageContaining("datasets.scope")
                .hasMessageContaining("datasets.pillowVersion is 8.0")
                .hasMessageContaining("datasets.threads is 0")
                .hasMessageContaining("datasets.connections is 0")
                .hasMessageContaining("datasets.mirror is 'ftp://mirror'")
                .hasMessageContaining("'imagenett', which is no dataset id; did you mean 'imagenet'?")
                .hasMessageContaining("nowhere, which is no folder")
                .hasMessageContaining("datasets.cache is '${cache}'");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void mistakesOfCatalogueFilesAreToldTogetherWithTheOthers() throws IOException {
        Path own = Files.writeString(home.resolve("own.yaml"), "datasets:\n  - id: coco\n    titel: x\n    grup: y\n");
        mojo.catalogs = List.of(own.toFile());
        assertThat(refused())
                .hasMessageStartingWith("2 mistakes in the catalogue files:")
                .hasMessageContaining(own + ":3: 'titel': unknown key; did you mean 'title'?")
                .hasMessageContaining(own + ":4: 'grup': unknown key; did you mean 'group'?");
        mojo.threads = 0;
        assertThat(refused())
                .hasMessageStartingWith("3 mistakes in the configuration:")
                .hasMessageContaining("datasets.threads is 0")
                .hasMessageContaining("'titel'");
    }

    @Test
    void partOfANameOrTitleIsEnoughForASuggestion() {
        mojo.datasets = List.of("voc", "pascal", "coco");
        assertThat(refused())
                .hasMessageContaining("there is no dataset 'voc'; did you mean 'voc2012' or 'voc2010_context'?")
                .hasMessageContaining("there is no dataset 'pascal'; did you mean 'voc2012' or 'voc2010_context'?");
    }

    @Test
    void numbersAreTakenAndWhatIsNoneIsLeftToBeTold() {
        mojo.setConnections(" 3 ");
        mojo.setThreads("2");
        assertThat(mojo.connections).isEqualTo(3);
        assertThat(mojo.threads).isEqualTo(2);
        mojo.setConnections("many");
        mojo.setThreads("many");
        assertThat(mojo.connections).isEqualTo(3);
        assertThat(mojo.threads).isEqualTo(2);
    }

    @Test
    void noChoiceIsAMistakeThatShowsWhatThereIs() {
        mojo.datasets = List.of();
        assertThat(refused()).hasMessageContaining("no datasets are chosen").hasMessageContaining("flickr30k");
    }

    @Test
    void whoWantsToSeeWhatIsPreparedIsToldWhereNothingIs() {
        mojo.datasets = List.of();
        assertThat(catchThrowableOfType(DatasetsException.class, () -> new RequestBuilder(mojo).buildForPrepared()))
                .hasMessageContaining("no datasets are chosen, and none are prepared in " + home.resolve("data")
                        + "; prepare some first, for example mvn io.evaldata:datasets-maven-plugin:prepare");
    }

    @Test
    void samplesStayBelowTheirOwnRoot() throws IOException {
        mojo.sample = true;
        typed.setProperty("datasets.sample", "true");
        typed.setProperty("datasets.root", home.resolve("data").toString());
        mojo.rootRetrieval = home.resolve("real").toFile();
        Request request = request();
        assertThat(request.roots().of(Family.RETRIEVAL)).startsWithRaw(home.resolve("data"));
        assertThat(request.fetching().lockFile()).isEmpty();
        assertThat(request.fetching().cache()).startsWithRaw(home.resolve("data"));
        assertThat(Files.exists(home.resolve("real"))).isFalse();
    }

    @Test
    void samplesGoToTheRootThatIsGiven() throws IOException {
        mojo.sample = true;
        assertThat(request().roots().root()).isEqualTo(home.resolve("data"));
    }

    @Test
    void samplesHaveADefaultRootOfTheirOwn() throws IOException {
        mojo.sample = true;
        mojo.root = null;
        assertThat(request().roots().root()).isEqualTo(home.resolve("datasets-sample"));
    }

    @Test
    void samplesGoToAFamilyRootOfTheCommandLine() throws IOException {
        mojo.sample = true;
        mojo.rootRetrieval = home.resolve("elsewhere").toFile();
        typed.setProperty("datasets.root.retrieval", home.resolve("elsewhere").toString());
        assertThat(request().roots().of(Family.RETRIEVAL)).isEqualTo(home.resolve("elsewhere"));
    }

    @Test
    void termsAreAcceptedByIdOrAliasAndNeverByGroup() throws IOException {
        mojo.acceptTerms = List.of(" imagenet-1k", "city_scapes ", "");
        assertThat(request().fetching().acceptedTerms()).containsExactlyInAnyOrder("imagenet", "cityscapes");
        mojo.acceptTerms = List.of("segmentation");
        assertThat(refused()).hasMessageContaining("datasets.acceptTerms names the group 'segmentation'");
    }

    @Test
    void mistakesThatNeedNoCatalogueAreNeverTakenForSound() {
        assertThat(new RequestBuilder(mojo).soundRoots()).isPresent();
        mojo.threads = 0;
        assertThat(new RequestBuilder(mojo).soundRoots()).isEmpty();
    }

    @Test
    void aFamilyRootIsTakenForRealData() throws IOException {
        mojo.rootRetrieval = home.resolve("real").toFile();
        assertThat(request().roots().of(Family.RETRIEVAL)).isEqualTo(home.resolve("real"));
    }

    private Request request() throws IOException {
        return new RequestBuilder(mojo).build().request();
    }

    private DatasetsException refused() {
        return catchThrowableOfType(DatasetsException.class, () -> new RequestBuilder(mojo).build());
    }
}
