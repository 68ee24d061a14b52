package io.evaldata.datasets.mojo;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.report.CatalogText;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows the catalogue; with {@code -Ddatasets=<id>} everything about one: sources, size, terms, layout, citation. */
@Mojo(name = "list", requiresProject = false, threadSafe = true)
public class ListMojo extends DatasetsMojo {
    @Inject
    public ListMojo(MavenSession session, MojoExecution execution) {
        super(session, execution);
    }

    @Override
    protected void run() {
        Catalog catalog = new RequestBuilder(this).catalog();
        // A project's own choice of datasets is no question about them; one on the command line is.
        if (!session.getUserProperties().containsKey("datasets") || datasets == null || datasets.isEmpty()) {
            CatalogText.overview(catalog).forEach(getLog()::info);
            return;
        }
        List<Dataset> chosen = new RequestBuilder(this).known(catalog, datasets);
        chosen.forEach(dataset -> CatalogText.card(dataset).forEach(getLog()::info));
    }
}
