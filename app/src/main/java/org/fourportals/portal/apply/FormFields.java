package org.fourportals.portal.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fourportals.casework.FormCheck;
import org.fourportals.casework.Progress.FieldLine;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Field;
import org.fourportals.portal.kit.Known;
import org.fourportals.portal.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Turns the form of an affair into inputs, what was sent back into values, and what is wrong with them into words. */
@Component
final class FormFields {

    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 2000;

    private final Wording wording;

    FormFields(Wording wording) {
        this.wording = wording;
    }

    /** What was sent for each field that is an input: those the city does not know, and those the resident says are wrong. */
    static Map<String, String> typed(Opened draft, Set<String> own, MultiValueMap<String, String> sent) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (FieldLine line : draft.progress().form()) {
            String id = line.field().id();
            if (!line.filled() || own.contains(id)) {
                typed.put(id, line.field().type().equals("date")
                        ? DayParts.typed(first(sent, id + "-year"), first(sent, id + "-month"), first(sent, id + "-day")).text()
                        : first(sent, id));
            }
        }
        return typed;
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }

    /** Everything wrong with what was typed; a field left to what the city knows is right. */
    List<Problem> problems(Opened draft, Map<String, String> typed, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        for (FieldLine line : draft.progress().form()) {
            String value = typed.get(line.field().id());
            boolean leftToCity = value != null && value.isBlank() && draft.draft().content().filled().containsKey(line.field().id());
            if (value != null && !leftToCity) {
                FormCheck.check(line.field(), value, today).map(p -> words(draft.page(), line.field(), p)).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Problem words(Page page, AffairPlan.Field field, FormCheck.Problem problem) {
        Object detail = switch (problem) {
            case TOO_LONG -> field.maxLength() != null ? field.maxLength() : field.type().equals("long-text") ? LONGEST_TEXT : LONGEST;
            case TOO_SMALL -> String.valueOf(field.min());
            case TOO_LARGE -> String.valueOf(field.max());
            case MISSING, CONTROL_CHARACTERS, NOT_A_NAME, NOT_A_RESIDENT_ID, NOT_A_CREDIT_CODE, NOT_A_PHONE, NOT_AN_EMAIL, NOT_A_DATE,
                    NOT_PAST, NOT_FUTURE, NOT_A_NUMBER, NOT_AN_OPTION, NOT_AN_ACCOUNT -> "";
        };
        return new Problem(field.id(), page.t("apply.form.problem." + problem.name().toLowerCase(java.util.Locale.ROOT), field.label(), detail));
    }

    FormView view(Opened draft, Map<String, String> typed, Set<String> own, List<Problem> problems) {
        return new FormView(draft.plan().form().stream().map(section -> new FormView.Section(draft.page().t(section.title()),
                draft.progress().form().stream().filter(line -> section.fields().contains(line.field()))
                        .map(line -> entry(draft, line, typed.get(line.field().id()), own, problems)).toList()))
                .filter(section -> !section.entries().isEmpty()).toList());
    }

    private FormView.Entry entry(Opened draft, FieldLine line, @Nullable String typed, Set<String> own, List<Problem> problems) {
        Page page = draft.page();
        AffairPlan.Field field = line.field();
        boolean wrong = own.contains(field.id());
        Known known = !line.filled() || wrong ? null : new Known(page.t(field.label()), wording.value(page, field, line.value()),
                field.fill() == null ? "" : wording.source(page, field.fill().dataset()), null,
                draft.url("/form") + "?own=" + field.id() + "#" + Field.idOf(field.id()));
        Field input = Field.of(field.id(), page.t(field.label())).hint(field.hint() == null ? null : page.t(field.hint()))
                .value(typed != null ? typed : line.value()).error(Problem.of(problems, field.id()));
        return new FormView.Entry(field, known, field.required() ? input : input.mayBeEmpty(), choices(page, field), wrong && line.filled());
    }

    private static List<Choice> choices(Page page, AffairPlan.Field field) {
        if (field.type().equals("yes-no")) {
            return List.of(Choice.of("yes", page.t("apply.yes")), Choice.of("no", page.t("apply.no")));
        }
        return field.options().stream().map(o -> Choice.of(o.id(), page.t(o.text())).hint(o.note() == null ? null : page.t(o.note()))).toList();
    }
}
