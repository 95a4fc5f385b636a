package org.fourportals.portal.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.fourportals.casework.AnswerText;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Asked;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.portal.Page;

/**
 * The circumstances of an affair as a table for a spreadsheet, for those who read law rather than rules: one row a circumstance, with what it
 * leads to and what has to be brought. RFC 4180 in UTF-8 with a mark, so that spreadsheets see it; a cell that one would run as a formula is
 * made plain text.
 */
final class CircumstanceSheet {

    static final int MOST = 2_000;
    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private final AffairPlan plan;
    private final LocalDate today;
    private final Map<String, List<Answer>> classes = new LinkedHashMap<>();
    private final List<Facts> rows = new ArrayList<>();

    private CircumstanceSheet(AffairPlan plan, LocalDate today) {
        this.plan = plan;
        this.today = today;
    }

    /** At most {@link #MOST} circumstances, in the order of the questions; none where conditions reckon with several answers at once. */
    static List<Facts> list(AffairPlan plan, LocalDate today) {
        CircumstanceSheet sheet = new CircumstanceSheet(plan, today);
        AnswerClasses answers = new AnswerClasses(plan, today);
        if (answers.areExact()) {
            plan.questions().forEach(question -> sheet.classes.put(question.id(), answers.of(question)));
            sheet.descend(0, Facts.none());
        }
        return sheet.rows;
    }

    private void descend(int at, Facts facts) {
        if (rows.size() >= MOST) {
            return;
        }
        if (at == plan.questions().size()) {
            rows.add(facts);
            return;
        }
        String question = plan.questions().get(at).id();
        List<Answer> answers = classes.getOrDefault(question, List.of());
        if (!plan.rules().normalise(facts.with(question, answers.getFirst()), today).knows(question)) {
            descend(at + 1, facts);
            return;
        }
        for (Answer answer : answers) {
            Facts next = facts.with(question, answer);
            if (plan.rules().remaining(next, today).signum() > 0) {
                descend(at + 1, next);
            }
        }
    }

    /** The whole table, with a last row that says so where there are more circumstances than rows. */
    static String csv(Page page, AffairPlan plan, LocalDate today) {
        List<Facts> rows = list(plan, today);
        StringBuilder csv = new StringBuilder(MARK);
        List<String> head = new ArrayList<>(plan.questions().stream().map(q -> page.t(q.ask())).toList());
        head.addAll(List.of(page.t("workbench.sheet.outcome"), page.t("workbench.sheet.grounds"), page.t("workbench.sheet.requirements")));
        line(csv, head);
        rows.forEach(facts -> line(csv, cells(page, plan, facts, today)));
        String all = plan.rules().counts().circumstances().toString();
        if (!all.equals(String.valueOf(rows.size()))) {
            line(csv, List.of(rows.isEmpty() ? page.t("workbench.sheet.none", all) : page.t("workbench.sheet.more", rows.size(), all)));
        }
        return csv.toString();
    }

    private static List<String> cells(Page page, AffairPlan plan, Facts facts, LocalDate today) {
        List<String> cells = new ArrayList<>(plan.questions().stream().map(q -> answer(page, q, facts)).toList());
        switch (plan.rules().standing(facts, today)) {
            case Standing.Listed(List<String> grounds, var _) -> {
                cells.add(page.t("workbench.sheet.accepted"));
                cells.add(plan.grounds().stream().filter(g -> grounds.contains(g.id())).map(g -> page.t(g.name())).collect(Collectors.joining("; ")));
                cells.add(plan.rules().certain(Section.REQUIREMENT, facts, today).stream().map(r -> page.t(plan.requirement(r).name()))
                        .collect(Collectors.joining("; ")));
            }
            case Standing.Refused(List<String> refusals) -> {
                cells.add(page.t("workbench.sheet.refused"));
                cells.add(plan.refusals().stream().filter(r -> refusals.contains(r.id())).map(r -> page.t(r.reason())).collect(Collectors.joining("; ")));
                cells.add("");
            }
            case Standing.Asking asking -> throw new IllegalStateException(plan.affair().id() + " still asks " + asking.next().id());
            case Standing.Impossible impossible -> throw new IllegalStateException(plan.affair().id() + " excludes " + impossible.exclusion());
        }
        return cells;
    }

    private static String answer(Page page, Asked question, Facts facts) {
        return switch (facts.answer(question.id())) {
            case null -> page.t("workbench.sheet.not-asked");
            case Answer.YesNo(boolean yes) -> page.t(yes ? "office.condition.yes" : "office.condition.no");
            case Answer.OneOf(String value) -> label(page, question, value);
            case Answer.Several(var values) -> values.isEmpty() ? page.t("office.explore.nothing") : question.answers().stream()
                    .filter(a -> values.contains(a.id())).map(a -> page.t(a.text())).collect(Collectors.joining("; "));
            case Answer.Items things when question.things() != null -> page.t("workbench.sheet.such-as",
                    ConditionWords.things(page, question.things(), AnswerText.write(things)));
            case Answer value -> page.t("workbench.sheet.such-as", AnswerText.write(value));
        };
    }

    private static String label(Page page, Asked question, String value) {
        return question.answers().stream().filter(a -> a.id().equals(value)).map(a -> page.t(a.text())).findFirst().orElse(value);
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(CircumstanceSheet::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    static String cell(String text) {
        String plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
