package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.catalog.Template;
import io.evaldata.datasets.extract.Conversion;
import io.evaldata.datasets.extract.NewFile;
import io.evaldata.datasets.labels.LabelMapConverter;
import io.evaldata.datasets.labels.LabelTable;
import io.evaldata.datasets.segmentation.CityscapesPolygons;
import io.evaldata.datasets.segmentation.PillowRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conversions of one way that work on a single file: which path is converted, by what, to which path. */
final class Conversions {

    /** Makes the content of the new file from that of the old one; the name is for messages. */
    @FunctionalInterface
    interface Converter {
        byte[] convert(byte[] content, String name);
    }

    /** One converting step. */
    record Rule(PathPattern from, Template to, Converter converter) {

        /** Where the converted form of a path goes; nothing when the step does not apply. */
        Optional<String> target(String path) {
            Optional<Map<String, String>> parts = from.match(path);
            return parts.map(found -> to.fill(path, found));
        }
    }

    private final List<Step> steps;
    private final Map<Step, Rule> rules;

    private Conversions(List<Step> steps, Map<Step, Rule> rules) {
        this.steps = steps;
        this.rules = rules;
    }

    /**
     * The converting steps among these.
     *
     * @param id the dataset, for messages
     */
    static Conversions of(String id, List<Step> steps, PillowRules pillow) {
        Map<Step, Rule> rules = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.LabelMaps maps) {
                LabelTable table = LabelTable.of(maps.tableName(), maps.table());
                Idle<LabelMapConverter> converters = new Idle<>(() -> new LabelMapConverter(table));
                rules.put(
                        step,
                        new Rule(
                                maps.from(),
                                maps.to(),
                                (content, name) ->
                                        converters.use(converter -> converter.convert(id + ": " + name, content))));
            } else if (step instanceof Step.Polygons polygons) {
                Idle<CityscapesPolygons> drawings = new Idle<>(() -> new CityscapesPolygons(pillow));
                rules.put(
                        step,
                        new Rule(
                                polygons.from(),
                                polygons.to(),
                                (content, name) ->
                                        drawings.use(drawing -> drawing.convert(id + ": " + name, content))));
            }
        }
        return new Conversions(steps, rules);
    }

    /** The rule of a converting step. */
    Rule of(Step step) {
        return rules.get(step);
    }

    /**
     * Those that may be done while the archive of a step is unpacked: up to the first step behind it that renames or
     * removes files, so that the outcome is that of the steps one after the other.
     */
    Conversions during(Step unpack) {
        Map<Step, Rule> soon = new LinkedHashMap<>();
        for (Step step : steps.subList(steps.indexOf(unpack) + 1, steps.size())) {
            if (rules.containsKey(step)) {
                soon.put(step, rules.get(step));
            } else if (!(step instanceof Step.Unpack || step instanceof Step.Copy)) {
                break;
            }
        }
        return new Conversions(steps, soon);
    }

    /** What is to be made of a member that goes to these paths; nothing when no step wants it. */
    Optional<Conversion> of(List<String> paths) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        record Job(String to, Rule rule) {}
        List<Job> jobs = new ArrayList<>();
        for (String path : paths) {
            for (Rule rule : rules.values()) {
                rule.target(path).ifPresent(to -> jobs.add(new Job(to, rule)));
            }
        }
        if (jobs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((member, content) -> jobs.stream()
                .map(job -> NewFile.of(job.to(), job.rule().converter().convert(content, member.name())))
                .toList());
    }
}
