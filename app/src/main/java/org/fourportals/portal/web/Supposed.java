package org.fourportals.portal.web;

import java.util.List;
import java.util.Optional;

import org.fourportals.casework.AnswerText;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.circumstances.Facts;
import org.fourportals.portal.Page;

/** An answer somebody gave before she began, such as in a question to the assistant; written {@code question:answer} in an address. */
record Supposed(AffairPlan.Asked question, String answer) {

    private static final int LONGEST = 200;

    /** Empty for anything that is no answer to a question of this affair. */
    static Optional<Supposed> of(AffairPlan plan, String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || text.length() > LONGEST) {
            return Optional.empty();
        }
        String answer = text.substring(colon + 1);
        return plan.questions().stream().filter(question -> question.id().equals(text.substring(0, colon))).findFirst()
                .filter(question -> AnswerText.read(question, List.of(answer))
                        .filter(read -> plan.rules().invalid(Facts.none().with(question.id(), read)).isEmpty()).isPresent())
                .map(question -> new Supposed(question, answer));
    }

    /** The question with its answer. */
    String words(Page page) {
        String said = switch (question.kind()) {
            case YES_NO -> page.t("apply." + answer);
            case CHOICE, SEVERAL_OF -> question.answers().stream().filter(choice -> choice.id().equals(answer)).findFirst().map(choice -> page.t(choice.text())).orElse(answer);
            case NUMBER, DATE, MONEY, REPEATED -> answer;
        };
        return page.t(question.ask()) + " " + said;
    }
}
