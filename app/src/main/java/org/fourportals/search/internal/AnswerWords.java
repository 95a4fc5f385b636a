package org.fourportals.search.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.fourportals.catalogue.AffairPlan;

/** The answers of an affair's questions as words, to see which circumstance a query tells of: "no birth certificate", "born abroad". */
public final class AnswerWords {

    private static final double MOST = 0.6;
    private static final double MUCH = 0.4;
    private static final String DENIES = "[没不无未非]|\\b(no|not|without|never)\\b";

    private final List<Worded> answers = new ArrayList<>();

    /** An answer to a question, as the question offers it. */
    public record Told(String question, String answer, Text words) {
    }

    private record Worded(Told told, Set<String> zh, Set<String> en) {
    }

    public AnswerWords(AffairPlan plan) {
        Set<String> nameZh = new HashSet<>(Words.zhPairs(plan.affair().name().zh()));
        Set<String> nameEn = new HashSet<>(Words.stems(plan.affair().name().en()));
        for (AffairPlan.Asked question : plan.questions()) {
            if (question.kind() == AffairPlan.Kind.CHOICE) {
                question.answers().forEach(answer -> answers.add(new Worded(new Told(question.id(), answer.id(), answer.text()),
                        without(Words.zhPairs(answer.text().zh()), nameZh), without(Words.stems(answer.text().en()), nameEn))));
            }
        }
    }

    private static Set<String> without(List<String> words, Set<String> others) {
        Set<String> own = new HashSet<>(words);
        own.removeAll(others);
        return own;
    }

    /** The one answer whose own words the query says most of; empty if there is none, or more than one. */
    public Optional<Told> in(String query) {
        Language language = Words.hasHan(query) ? Language.ZH : Language.EN;
        Set<String> said = new HashSet<>(language == Language.ZH ? Words.zhPairs(query) : Words.stems(query));
        boolean denies = query.matches("(?s).*(" + DENIES + ").*");
        Worded best = null;
        int most = 0;
        boolean several = false;
        for (Worded answer : answers) {
            Set<String> words = language == Language.ZH ? answer.zh() : answer.en();
            int common = (int) words.stream().filter(said::contains).count();
            boolean sameTone = denies == answer.told().words().in(language).toLowerCase(java.util.Locale.ROOT).matches("(?s).*(" + DENIES + ").*");
            if (common >= Math.min(2, words.size()) && common >= words.size() * (common > 1 ? MUCH : MOST) && common > 0 && sameTone) {
                several = common == most;
                best = common >= most ? answer : best;
                most = Math.max(most, common);
            }
        }
        return best == null || several ? Optional.empty() : Optional.of(best.told());
    }
}
