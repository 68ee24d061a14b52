package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Family;
import io.evaldata.datasets.configure.ConfigWiring;
import io.evaldata.datasets.configure.WiringPlan;
import io.evaldata.datasets.configure.WiringResult;
import io.evaldata.datasets.configure.WiringRoots;
import io.evaldata.datasets.prepare.Roots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Points configs at prepared datasets. */
final class ConfigWiringRun {
    private final List<Path> configs;
    private final List<Dataset> withConfig;
    private final Log log;

    /**
     * @param configs what the user named, files and folders
     * @param withConfig the datasets whose catalogue entries describe a config
     */
    ConfigWiringRun(List<Path> configs, List<Dataset> withConfig, Log log) {
        this.configs = configs;
        this.withConfig = withConfig;
        this.log = log;
    }

    /**
     * Writes and rewrites the configs, or with {@code dryRun} shows the difference.
     *
     * @throws DatasetsException listing every config that cannot be wired; none was changed
     */
    void wire(Map<String, Path> folders, Roots roots, boolean dryRun) throws IOException {
        WiringRoots wired = new WiringRoots(folders, Optional.of(roots.of(Family.CLASSIFICATION)));
        List<WiringPlan> plans = new ArrayList<>();
        for (Path config : configs) {
            plans.add(ConfigWiring.with(withConfig).plan(config.toAbsolutePath(), wired));
        }
        WiringPlan plan = WiringPlan.all(plans);
        plan.requireSound();
        plan.outdated().forEach(left -> log.warn(left.file() + ": " + left.because()));
        if (dryRun) {
            plan.diff().lines().forEach(log::info);
            return;
        }
        WiringResult result = plan.apply();
        result.written().forEach(file -> log.info("written: " + file));
        result.changed().forEach(file -> log.info("rewired: " + file));
        log.info("configs written " + result.written().size() + ", rewired "
                + result.changed().size() + ", unchanged " + result.unchanged().size());
    }
}
