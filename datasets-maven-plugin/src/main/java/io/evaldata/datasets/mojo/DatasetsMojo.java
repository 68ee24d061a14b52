package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Family;
import java.io.File;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common: the parameters, and the one place where failures become Maven's. */
public abstract class DatasetsMojo extends AbstractMojo {
    /** The session; who asks, from where, with what settings. */
    protected final MavenSession session;

    /** What the user wrote. */
    final GivenValues given;

    /** The commands that messages name. */
    final Commands commands;

    /**
     * The datasets, by id, alias or group; {@code all} means every one. {@code mvn datasets:list} shows what there is. What
     * is typed as {@code -Ddatasets=} goes before what the POM says.
     *
     * <p>In a POM:<br>
     * {@code <datasets>}<br>
     * {@code <dataset>coco</dataset>}<br>
     * {@code <dataset>segmentation</dataset>}<br>
     * {@code </datasets>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets")
    protected List<String> datasets;

    /**
     * The folder that all datasets are prepared in. Defaults to {@code ~/datasets}.
     *
     * <p>With {@code datasets.sample} it defaults to {@code target/datasets-sample} in a project and to
     * {@code ~/datasets-sample} elsewhere. One root never holds both samples and real data.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.root")
    protected File root;

    /**
     * Roots of the dataset families, each optional, where they are not below {@code root}.
     *
     * <p>In a POM:<br>
     * {@code <roots>}<br>
     * {@code <retrieval>/data</retrieval>}<br>
     * {@code <imagenet>/data/imagenet</imagenet>}<br>
     * {@code <classification>/data/torchvision</classification>}<br>
     * {@code <segmentation>/data/mmsegmentation</segmentation>}<br>
     * {@code </roots>}
     *
     * @since 0.1.0
     */
    @Parameter
    protected RootsBean roots;

    /**
     * Root of the retrieval datasets (COCO, Flickr30k); what evaluation code calls {@code --data-root-dir}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.root.retrieval")
    protected File rootRetrieval;

    /**
     * Root of ImageNet; evaluation code is given its {@code data/val_images}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.root.imagenet")
    protected File rootImagenet;

    /**
     * Root of the other classification datasets: the {@code root} of {@code torchvision.datasets}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.root.classification")
    protected File rootClassification;

    /**
     * Root of the segmentation datasets: what the {@code data_root} of mmsegmentation configs starts with.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.root.segmentation")
    protected File rootSegmentation;

    /**
     * How much of each dataset: {@code eval}, what the evaluation protocol reads, or {@code full}, the training part too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.scope", defaultValue = "eval")
    protected String scope;

    /**
     * Where downloads are kept, shared by all projects. Defaults to the user's cache folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.cache")
    protected File cache;

    /**
     * A folder with files fetched by hand, as {@code <file>} or {@code <dataset>/<file>}. They are used before anything is
     * downloaded, checked like downloads, and never deleted.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.manualDir")
    protected File manualDir;

    /**
     * Whether downloads stay in the cache after their datasets are prepared.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.keepArchives", defaultValue = "false")
    protected boolean keepArchives;

    /**
     * Base address that stands in for all publishers: {@code scheme://host/path} is asked for at
     * {@code <mirror>/host/path}. Mirrors in settings.xml with {@code <mirrorOfLayouts>dataset</mirrorOfLayouts>} work too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.mirror")
    protected String mirror;

    /**
     * Catalogue files (YAML or JSON) that are merged over the built-in catalogue and over what jars among the plugin's
     * {@code <dependencies>} bring as {@code META-INF/datasets/*.yaml}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.catalogs")
    protected List<File> catalogs;

    /**
     * Ids of datasets whose terms you have read and accept, where their publisher demands that; {@code all} for every one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.acceptTerms")
    protected List<String> acceptTerms;

    /**
     * The file that pins which bytes were used, for committing. Defaults to {@code datasets.lock.json} in the project.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.lockFile")
    protected File lockFile;

    /**
     * Whether to fail rather than use anything that the lock file does not pin.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.locked", defaultValue = "false")
    protected boolean locked;

    /**
     * How many threads unpack and convert. Defaults to the number of processors.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.threads")
    protected Integer threads;

    /**
     * How many connections one file is fetched over at most.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.connections", defaultValue = "8")
    protected int connections = 8;

    /**
     * The Pillow version whose polygon filling the Cityscapes label maps equal: {@code 9.4}, {@code 11.0} or {@code 12.3}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.pillowVersion", defaultValue = "12.3")
    protected String pillowVersion;

    /**
     * Whether the first dataset that fails ends the run.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.failFast", defaultValue = "false")
    protected boolean failFast;

    /**
     * Prepares a tiny generated stand-in of each dataset instead, without network, so that a build can be tried.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.sample", defaultValue = "false")
    protected boolean sample;

    /**
     * Does nothing when true.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.skip", defaultValue = "false")
    protected boolean skip;

    protected DatasetsMojo(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.given = new GivenValues(session, execution);
        this.commands = new Commands(session, execution);
    }

    /** Called by Maven in place of a conversion of its own, which ends the goal in words about its machinery. */
    public void setThreads(String number) {
        threads = GivenValues.wholeNumber(number).orElse(threads);
    }

    /** The same; what is no number is told among all mistakes. */
    public void setConnections(String number) {
        connections = GivenValues.wholeNumber(number).orElse(connections);
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped (datasets.skip)");
            return;
        }
        datasets = given.typedDatasets().orElseGet(() -> GivenValues.written(datasets));
        given.hints().forEach(getLog()::warn);
        try {
            run();
        } catch (DatasetsException e) {
            throw new MojoFailureException(e.report(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "could not read or write: " + described(e)
                            + "\n  -> See to it, or set datasets.root and datasets.cache to other folders, and run again: what is"
                            + " complete is kept, what was fetched is not fetched again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException(
                    "interrupted; what was fetched and prepared is kept, run the same command again to go on", e);
        }
    }

    /** The file, and what is wrong with it in a word where the system gives no sentence. */
    static String described(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return e.getMessage() == null ? kind : kind + ": " + e.getMessage();
    }

    /** Does the goal's work. */
    protected abstract void run() throws IOException, InterruptedException;

    /** The family roots given on the command line or as properties, else those of {@code <roots>}. */
    final Map<Family, File> givenRoots() {
        Map<Family, File> found = new EnumMap<>(Family.class);
        if (roots != null) {
            found.putAll(roots.given());
        }
        ProjectOutputs outputs = new ProjectOutputs(session);
        Map<Family, File> single = new EnumMap<>(Family.class);
        RootsBean.put(single, Family.RETRIEVAL, rootRetrieval);
        RootsBean.put(single, Family.IMAGENET, rootImagenet);
        RootsBean.put(single, Family.CLASSIFICATION, rootClassification);
        RootsBean.put(single, Family.SEGMENTATION, rootSegmentation);
        single.forEach((family, file) -> {
            if (!outputs.isOwnProperty("datasets.root." + family.key())) {
                found.put(family, file);
            }
        });
        return found;
    }
}
