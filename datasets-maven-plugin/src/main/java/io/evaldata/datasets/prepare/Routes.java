package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.catalog.Step.MemberRule;
import io.evaldata.datasets.catalog.Template;
import io.evaldata.datasets.extract.Conversion;
import io.evaldata.datasets.extract.Member;
import io.evaldata.datasets.extract.Route;
import io.evaldata.datasets.extract.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the member rules of a catalogue into decisions about archive members, and converts in the same pass what a later
 * step would convert from the file written a moment before.
 */
final class Routes {
    private final Scope scope;
    private final Conversions conversions;
    private final RuleUse use = new RuleUse();

    Routes(Scope scope, Conversions conversions) {
        this.scope = scope;
        this.conversions = conversions;
    }

    /** Which rules took something by now. */
    RuleUse use() {
        return use;
    }

    Routing of(List<MemberRule> rules) {
        List<MemberRule> active =
                rules.stream().filter(rule -> rule.scopes().contains(scope)).toList();
        use.expect(active);
        return member -> {
            if (member.kind() == Member.Kind.DIRECTORY) {
                return Route.skip();
            }
            for (MemberRule rule : active) {
                Optional<Map<String, String>> parts = rule.from().match(member.name());
                if (parts.isPresent()) {
                    use.took(rule);
                    return route(rule, member.name(), parts.get());
                }
            }
            use.left(member.name());
            return Route.skip();
        };
    }

    private Route route(MemberRule rule, String name, Map<String, String> parts) {
        if (rule.inner().isPresent()) {
            Step.Inner inner = rule.inner().get();
            return Route.descend(inner.format(), of(inner.members()));
        }
        List<String> paths = new ArrayList<>(rule.to().size()); // no stream: this runs once for each of many members
        for (Template to : rule.to()) {
            paths.add(to.fill(name, parts));
        }
        Optional<Conversion> conversion = conversions.of(paths);
        return conversion.<Route>map(c -> new Route.Convert(paths, c)).orElseGet(() -> new Route.Write(paths));
    }
}
