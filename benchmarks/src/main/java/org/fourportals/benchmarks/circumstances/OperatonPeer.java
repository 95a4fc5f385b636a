package org.fourportals.benchmarks.circumstances;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionTableResult;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.dmn.DmnModel;
import org.jspecify.annotations.Nullable;

/** Operaton's DMN engine on the exported model, by default or with the legacy behaviour of its expression language. */
final class OperatonPeer implements Peer {

    private final boolean legacy;
    private final DmnEngine engine;
    private final List<Section> sections = new ArrayList<>();
    private final List<DmnDecision> decisions = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> inputs;

    OperatonPeer(DmnModel model, List<Section> asked, List<Facts> facts, LocalDate today, boolean legacy) {
        this.legacy = legacy;
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(legacy);
        engine = configuration.buildEngine();
        for (Section section : asked) {
            model.decision(section).ifPresent(name -> {
                sections.add(section);
                outputs.add(name);
                decisions.add(engine.parseDecision("decision_" + name,
                        new ByteArrayInputStream(model.xml().getBytes(StandardCharsets.UTF_8))));
            });
        }
        inputs = facts.stream().map(one -> Inputs.of(model, one, today)).toList();
    }

    @Override
    public String name() {
        return legacy ? "operaton-legacy" : "operaton";
    }

    @Override
    public int evaluate(int circumstance) {
        int rows = 0;
        for (DmnDecision decision : decisions) {
            rows += engine.evaluateDecisionTable(decision, inputs.get(circumstance)).size();
        }
        return rows;
    }

    @Override
    public Set<String> met(int circumstance) {
        Set<String> met = new TreeSet<>();
        for (int i = 0; i < decisions.size(); i++) {
            DmnDecisionTableResult result = engine.evaluateDecisionTable(decisions.get(i), inputs.get(circumstance));
            for (Object id : result.collectEntries(outputs.get(i))) {
                met.add(sections.get(i) + "/" + id);
            }
        }
        return met;
    }
}
