package org.fourportals.portal.apply;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.fourportals.casework.AnswerText;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.portal.Page;

/** Finds the words for an answer that was refused: not given, not possible for its question, or not possible beside another answer. */
final class AnswerFault {

    private AnswerFault() {
    }

    static String of(Opened draft, AffairPlan.Asked question, List<String> values, LocalDate today) {
        Page page = draft.page();
        Optional<Answer> answer = AnswerText.read(question, values);
        if (answer.isEmpty()) {
            return page.t("apply.question.fault." + key(question.kind()));
        }
        if (!draft.plan().rules().invalid(Facts.none().with(question.id(), answer.get())).isEmpty()) {
            return outOfRange(draft, question);
        }
        return because(draft, question, answer.get(), today).orElseGet(() -> page.t("apply.question.fault.together"));
    }

    private static String outOfRange(Opened draft, AffairPlan.Asked question) {
        Page page = draft.page();
        return switch (question.kind()) {
            case NUMBER, MONEY -> {
                Question rule = rule(draft, question);
                yield page.t("apply.question.fault.range", rule.min(), rule.max());
            }
            case CHOICE, YES_NO, SEVERAL_OF, DATE, REPEATED -> page.t("apply.question.fault." + key(question.kind()));
        };
    }

    static Question rule(Opened draft, AffairPlan.Asked question) {
        return draft.plan().rules().rules().questions().stream().filter(q -> q.id().equals(question.id())).findFirst().orElseThrow();
    }

    private static Optional<String> because(Opened draft, AffairPlan.Asked question, Answer answer, LocalDate today) {
        var rules = draft.plan().rules();
        Facts with = rules.normalise(draft.progress().facts().with(question.id(), answer), today);
        return rules.standing(with, today) instanceof Standing.Impossible impossible ? because(draft, impossible) : Optional.empty();
    }

    /** Why certain answers cannot occur together. */
    static Optional<String> because(Opened draft, Standing.Impossible impossible) {
        return draft.plan().exclusions().stream().filter(e -> e.id().equals(impossible.exclusion())).findFirst()
                .map(e -> draft.page().t(e.because()));
    }

    static String key(AffairPlan.Kind kind) {
        return switch (kind) {
            case CHOICE, YES_NO -> "choose";
            case SEVERAL_OF -> "several";
            case NUMBER, MONEY -> "number";
            case DATE -> "date";
            case REPEATED -> "things";
        };
    }
}
