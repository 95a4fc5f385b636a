package org.fourportals.benchmarks.circumstances;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.dmn.DmnModel;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Apache KIE's DMN engine on the exported model. */
final class KiePeer implements Peer {

    private final DmnModel exported;
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final List<Section> sections;
    private final String[] decisions;
    private final List<Map<String, @Nullable Object>> inputs;

    KiePeer(DmnModel exported, List<Section> asked, List<Facts> facts, LocalDate today) {
        this.exported = exported;
        Resource resource = ResourceFactory.newReaderResource(new StringReader(exported.xml()), "UTF-8");
        resource.setSourcePath("affair.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults().buildConfiguration().fromResources(List.of(resource))
                .getOrElseThrow((Function<Exception, RuntimeException>) IllegalStateException::new);
        model = runtime.getModels().getFirst();
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
        sections = asked.stream().filter(section -> exported.decision(section).isPresent()).toList();
        decisions = sections.stream().map(section -> exported.decision(section).orElseThrow()).toArray(String[]::new);
        inputs = facts.stream().map(one -> Inputs.of(exported, one, today)).toList();
    }

    @Override
    public String name() {
        return "kie";
    }

    private DMNResult result(int circumstance, String... decisions) {
        DMNContext context = runtime.newContext();
        inputs.get(circumstance).forEach(context::set);
        return runtime.evaluateByName(model, context, decisions);
    }

    @Override
    public int evaluate(int circumstance) {
        return result(circumstance, decisions).getDecisionResults().size();
    }

    @Override
    public Set<String> met(int circumstance) {
        return met(result(circumstance, decisions));
    }

    private Set<String> met(DMNResult result) {
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        Set<String> met = new TreeSet<>();
        for (int i = 0; i < decisions.length; i++) {
            if (result.getDecisionResultByName(decisions[i]).getResult() instanceof Collection<?> ids) {
                for (Object id : ids) {
                    met.add(sections.get(i) + "/" + id);
                }
            }
        }
        return met;
    }

    /** The rules that are met, and what the resident is told: state, grounds, refusals, requirements. */
    record Said(Set<String> met, Map<?, ?> outcome) {}

    /** All that the model says, in one evaluation. */
    Said said(int circumstance) {
        DMNResult result = result(circumstance, Stream.concat(Arrays.stream(decisions), Stream.of(exported.outcome())).toArray(String[]::new));
        return new Said(met(result), (Map<?, ?>) result.getDecisionResultByName(exported.outcome()).getResult());
    }
}
