package io.evaldata.datasets.mojo;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.report.CatalogJson;
import io.evaldata.datasets.report.CatalogText;
import io.evaldata.datasets.report.DataCard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows the catalogue; with {@code -Ddatasets=<id>} the data card of one: sources with their state, size and digest,
 * terms, licence, layout, splits, counts, citation.
 */
@Mojo(name = "list", requiresProject = false, threadSafe = true)
public class ListMojo extends AnsweringMojo {
    @Inject
    public ListMojo(MavenSession session, MojoExecution execution) {
        super(session, execution);
    }

    @Override
    protected void run() throws IOException {
        RequestBuilder requests = requests();
        Catalog catalog = requests.catalog();
        // A project's own choice of datasets is no question about them; one on the command line is.
        boolean all = !given.isTyped("datasets") || datasets == null || datasets.isEmpty();
        List<Dataset> chosen = requests.known(catalog, all ? List.of() : datasets);
        answer(all ? CatalogText.overview(catalog, commands::of) : cards(chosen), CatalogJson.of(chosen));
    }

    private static List<String> cards(List<Dataset> datasets) {
        List<String> lines = new ArrayList<>();
        for (Dataset dataset : datasets) {
            if (!lines.isEmpty()) {
                lines.add("");
                lines.add("-".repeat(dataset.title().length()));
            }
            lines.addAll(DataCard.of(dataset));
        }
        return lines;
    }
}
