package org.fourportals.benchmarks.circumstances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.terms.Column;
import org.fourportals.circumstances.terms.ReadRules;
import org.fourportals.circumstances.terms.Term;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Drools' executable model: one rule an alternative, one fact a circumstance, the session used again and again. Facts
 * are made before; a question that is not asked is null in them, which spares Drools the conditions of asking.
 */
final class DroolsPeer implements Peer {

    private final ReadRules read;
    private final KieSession session;
    private final List<Object> facts = new ArrayList<>();
    private final List<String> met = new ArrayList<>();

    /** Throws {@link IllegalArgumentException} for amounts, dates and repeated things, which are not put to Drools here. */
    DroolsPeer(AffairRules rules, List<Section> sections, List<Facts> facts, LocalDate today) {
        read = ReadRules.of(rules);
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/rules.drl", drl(sections));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        KieBase base = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        FactType type = base.getFactType("benchmark", "Circumstance");
        facts.forEach(one -> this.facts.add(fact(type, one, today)));
        session = base.newKieSession();
        session.setGlobal("met", met);
    }

    @Override
    public String name() {
        return "drools";
    }

    @Override
    public int evaluate(int circumstance) {
        met.clear();
        FactHandle handle = session.insert(facts.get(circumstance));
        session.fireAllRules();
        session.delete(handle);
        return met.size();
    }

    @Override
    public Set<String> met(int circumstance) {
        evaluate(circumstance);
        return new TreeSet<>(met);
    }

    private Object fact(FactType type, Facts facts, LocalDate today) {
        try {
            Object fact = type.newInstance();
            Map<String, Answer> effective = new HashMap<>();
            for (int q = 0; q < read.whens().size(); q++) {
                String id = read.rules().questions().get(q).id();
                boolean asked = read.whens().get(q).evaluate(effective::get, today).isMet();
                Answer answer = facts.answer(id);
                if (asked && answer != null) {
                    type.set(fact, id, answer instanceof Answer.Number number ? number.value().longValueExact() : Inputs.value(answer));
                }
                effective.put(id, asked && answer != null ? answer : Answer.NOT_APPLICABLE);
            }
            return fact;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String drl(List<Section> sections) {
        StringBuilder drl = new StringBuilder("package benchmark;\nglobal java.util.List met;\ndeclare Circumstance\n");
        for (Question question : read.rules().questions()) {
            drl.append("  ").append(question.id()).append(" : ").append(switch (question.kind()) {
                case YES_NO -> "Boolean";
                case CHOICE -> "String";
                case SEVERAL_OF -> "java.util.List";
                case NUMBER -> "Long";
                case MONEY, DATE, REPEATED -> throw new IllegalArgumentException(question.id() + " is not put to Drools here");
            }).append("\n");
        }
        drl.append("end\n");
        for (Section section : sections) {
            for (ReadRules.Entry entry : read.sections().get(section)) {
                int number = 0;
                for (Term term : read.columns().alternatives(entry.condition(), 200).orElseThrow()) {
                    String tests = term.classes().entrySet().stream().map(this::test).collect(Collectors.joining(", "));
                    drl.append("rule \"%1$s/%2$s/%3$d\" when Circumstance(%4$s) then met.add(\"%1$s/%2$s\"); end%n"
                            .formatted(section, entry.id(), ++number, tests));
                }
            }
        }
        return drl.toString();
    }

    private String test(Map.Entry<Integer, BitSet> wanted) {
        Column column = read.columns().list().get(wanted.getKey());
        String name = read.rules().questions().get(column.question()).id();
        BitSet classes = wanted.getValue();
        List<String> any = new ArrayList<>();
        switch (column) {
            case Column.Flag _ -> classes.stream().filter(i -> i < 2).forEach(i -> any.add(name + " == " + (i == 0)));
            case Column.Part(_, String value) -> classes.stream().filter(i -> i < 2).forEach(i ->
                    any.add("(" + name + " != null && " + name + (i == 0 ? "" : " not") + " contains \"" + value + "\")"));
            case Column.Choice(_, List<String> values) -> {
                if (classes.nextSetBit(0) < values.size()) {
                    any.add(name + classes.stream().filter(i -> i < values.size()).mapToObj(i -> "\"" + values.get(i) + "\"")
                            .collect(Collectors.joining(", ", " in (", ")")));
                }
            }
            case Column.Stretches stretches -> stretches(name, stretches, classes, any);
            case Column.Said _ -> throw new IllegalArgumentException(name + " is not put to Drools here");
        }
        if (classes.get(column.classes())) {
            any.add(name + " == null");
        }
        return any.size() == 1 ? any.getFirst() : "(" + String.join(" || ", any) + ")";
    }

    private static void stretches(String name, Column.Stretches column, BitSet classes, List<String> any) {
        int from = classes.nextSetBit(0);
        while (from >= 0 && from < column.classes()) {
            int after = Math.min(classes.nextClearBit(from), column.classes());
            String low = from == 0 ? "" : " && " + name + " >= " + column.first(from) + "L";
            String high = after == column.classes() ? "" : " && " + name + " < " + column.first(after) + "L";
            any.add("(" + name + " != null" + low + high + ")");
            from = classes.nextSetBit(after);
        }
    }
}
