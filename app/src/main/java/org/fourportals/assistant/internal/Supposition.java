package org.fourportals.assistant.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.fourportals.casework.AnswerText;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Asked;
import org.fourportals.catalogue.AffairPlan.Requirement;
import org.fourportals.circumstances.CompiledAffair;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.condition.Answer;

/** "What if …?": finds which answer to which question of an affair a sentence supposes, and asks the circumstance engine what follows from it. */
public final class Supposition {

    private static final double LIKELY = 0.7;
    private static final double CLEAR = 0.8;
    private static final double ELSEWHERE = 0.55;
    private static final Pattern DENIES = Pattern.compile("[没不无未非]|\\b(not?|never|without|none|neither)\\b|n't");
    private static final List<String> DENIED = List.of("不在", "不是", "不", "没有", "没", "非", "not ", "not in ", "not a ", "no ", "without ");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Nearest nearest;
    private final Phrases phrases;

    public Supposition(Nearest nearest, Phrases phrases) {
        this.nearest = nearest;
        this.phrases = phrases;
    }

    /** An answer that a sentence supposes; `words` say it to people, and `nearness` how surely it is meant. */
    public record Supposed(Asked question, String answer, Text words, double nearness) {

        public boolean isLikely() {
            return nearness >= LIKELY;
        }

        /** So near that it is meant even if the sentence may also want something else. */
        public boolean isClear() {
            return nearness >= CLEAR;
        }
    }

    /** What follows: sentences, the affair to apply for instead where it cannot be had, and the requirements that come in addition. */
    public record Consequence(List<Text> says, Optional<String> instead, boolean refused) {
    }

    private record Candidate(Asked question, String answer, Text words, List<Text> said) {
    }

    /** The answer that is meant most likely. */
    public Optional<Supposed> find(AffairPlan plan, String sentence) {
        Language language = Features.language(Features.plain(sentence));
        List<Candidate> candidates = new ArrayList<>();
        plan.questions().forEach(question -> candidates(question, sentence, candidates));
        return nearest.of(sentence, candidates, candidate -> candidate.said().stream().map(text -> text.in(language)).toList())
                .map(near -> new Supposed(near.thing().question(), near.thing().answer(), near.thing().words(), near.nearness()));
    }

    /** A refusal that sends to another affair, where the sentence is nearer to it than to any answer. */
    public Optional<AffairPlan.Refused> elsewhere(AffairPlan plan, String sentence, double nearerThan) {
        Language language = Features.language(Features.plain(sentence));
        List<AffairPlan.Refused> sending = plan.refusals().stream().filter(refused -> refused.affair() != null).toList();
        return nearest.of(sentence, sending, refused -> List.of(refused.reason().in(language), refused.instead().in(language)))
                .filter(near -> near.nearness() >= ELSEWHERE && near.nearness() > nearerThan).map(Nearest.Near::thing);
    }

    private static void candidates(Asked question, String sentence, List<Candidate> candidates) {
        switch (question.kind()) {
            case CHOICE, SEVERAL_OF -> question.answers().forEach(answer -> candidates.add(new Candidate(question, answer.id(), answer.text(),
                    List.of(answer.text(), new Text(question.ask().zh() + answer.text().zh(), question.ask().en() + " " + answer.text().en())))));
            case YES_NO -> {
                boolean no = denies(sentence) && !denies(question.ask().zh()) && !denies(question.ask().en());
                candidates.add(new Candidate(question, no ? "no" : "yes", no ? statement(question, "否", "no") : statement(question, "是", "yes"), List.of(question.ask())));
            }
            case NUMBER -> {
                Matcher number = NUMBER.matcher(sentence);
                if (number.find()) {
                    String value = number.group();
                    candidates.add(new Candidate(question, value, new Text(question.ask().zh() + value, question.ask().en() + " " + value), List.of(question.ask())));
                }
            }
            case DATE, MONEY, REPEATED -> {
            }
        }
    }

    /** The other answers, where the sentence names this one only to deny it: "not in Hangzhou". */
    public List<AffairPlan.Choice> instead(Supposed supposed, String sentence) {
        Asked question = supposed.question();
        if (question.kind() != AffairPlan.Kind.CHOICE) {
            return List.of();
        }
        String said = sentence.toLowerCase(Locale.ROOT);
        boolean denied = DENIED.stream().anyMatch(word -> Stream.of(supposed.words().zh(), supposed.words().en())
                .anyMatch(words -> said.contains(word + words.toLowerCase(Locale.ROOT))));
        return denied ? question.answers().stream().filter(answer -> !answer.id().equals(supposed.answer())).toList() : List.of();
    }

    private static boolean denies(String sentence) {
        return DENIES.matcher(sentence.toLowerCase(Locale.ROOT)).find();
    }

    private static Text statement(Asked question, String zh, String en) {
        return new Text(question.ask().zh() + zh, question.ask().en() + " " + en);
    }

    /** What follows if `supposed` is answered so, everything else being as `facts` say or open. */
    public Consequence follow(AffairPlan plan, Supposed supposed, Facts facts, LocalDate today) {
        Answer answer = AnswerText.read(supposed.question(), List.of(supposed.answer())).orElseThrow();
        CompiledAffair rules = plan.rules();
        Facts then = facts.with(supposed.question().id(), answer);
        Optional<AffairPlan.Refused> refused = refused(plan, supposed.question().id(), then, today);
        if (refused.isPresent()) {
            AffairPlan.Refused reason = refused.get();
            return new Consequence(List.of(phrases.say("what-if.refused", supposed.words(), reason.reason()), reason.instead()), Optional.ofNullable(reason.affair()), true);
        }
        List<String> before = rules.certain(Section.REQUIREMENT, facts, today);
        List<String> after = rules.certain(Section.REQUIREMENT, then, today);
        List<String> possibleBefore = rules.possible(Section.REQUIREMENT, facts, today);
        List<String> possibleAfter = rules.possible(Section.REQUIREMENT, then, today);
        List<Requirement> more = plan.requirements().stream().filter(r -> after.contains(r.id()) && !before.contains(r.id())).toList();
        List<Requirement> less = plan.requirements().stream().filter(r -> possibleBefore.contains(r.id()) && !possibleAfter.contains(r.id())).toList();
        List<Text> says = new ArrayList<>();
        if (!more.isEmpty()) {
            says.add(phrases.say("what-if.more", supposed.words(), names(more)));
        }
        if (says.isEmpty()) {
            says.add(phrases.say(possibleAfter.size() > after.size() ? "what-if.depends" : "what-if.same", supposed.words()));
        }
        if (!less.isEmpty()) {
            says.add(phrases.say("what-if.less", names(less)));
        }
        return new Consequence(says, Optional.empty(), false);
    }

    /** The refusal that is certain, or, where nothing can be granted any more, the one that depends on what was supposed. */
    private static Optional<AffairPlan.Refused> refused(AffairPlan plan, String question, Facts then, LocalDate today) {
        CompiledAffair rules = plan.rules();
        List<String> ids = rules.standing(then, today) instanceof Standing.Refused certain ? certain.refusals()
                : plan.grounds().isEmpty() || !rules.possible(Section.GROUND, then, today).isEmpty() ? List.of() : rules.possible(Section.REFUSAL, then, today);
        return plan.refusals().stream().filter(refusal -> ids.contains(refusal.id()))
                .max(Comparator.comparing(refusal -> rules.condition(Section.REFUSAL, refusal.id()).names().contains(question)));
    }

    private static Text names(List<Requirement> requirements) {
        return Phrases.joined(requirements.stream().map(Requirement::name).distinct().toList());
    }
}
