package org.fourportals.circumstances;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Truth;
import org.fourportals.circumstances.diagram.CircumstanceDiagram.End;
import org.fourportals.circumstances.diagram.TooLarge;
import org.fourportals.circumstances.diagram.Walk;
import org.jspecify.annotations.Nullable;

/**
 * An affair that is proved: it leads interviews, names checklists and knows how many circumstances it has. It does not
 * change and may be shared between threads. Facts may come in any order, from the resident or the pool; an answer that
 * its question does not admit counts as not known.
 */
public final class CompiledAffair {

    private final Model model;
    private final Interview interview;
    private final Counts counts;
    private volatile @Nullable Optional<Interviews> interviews;

    CompiledAffair(Model model) {
        this.model = model;
        this.interview = new Interview(model);
        BigInteger accepted = model.circumstances.count(End.ACCEPTED);
        BigInteger refused = model.circumstances.count(End.REFUSED);
        this.counts = new Counts(accepted.add(refused), accepted, refused, model.circumstances.size());
    }

    Model model() {
        return model;
    }

    /** What it was compiled from. */
    public AffairRules rules() {
        return model.rules;
    }

    /** How many circumstances it has. */
    public Counts counts() {
        return counts;
    }

    /**
     * Where an interview with these facts stands. The next question is the first in declared order whose answer can
     * still matter; a refusal that is certain ends the interview.
     */
    public Standing standing(Facts facts, LocalDate today) {
        return interview.standing(facts, today);
    }

    /**
     * The facts without those that no longer apply, their question not being asked any more, and without any that say
     * "not applicable" themselves. Facts of which it is not yet certain whether they apply stay.
     */
    public Facts normalise(Facts facts, LocalDate today) {
        Effective effective = new Effective(model, facts, today);
        Facts kept = facts;
        for (String name : facts.questions()) {
            if (facts.answer(name) instanceof Answer.NotApplicable
                    || effective.answer(name) instanceof Answer.NotApplicable) {
                kept = kept.without(name);
            }
        }
        return kept;
    }

    /** What one rule comes to. Throws {@link IllegalArgumentException} if there is no such rule. */
    public Truth evaluate(Section section, String id, Facts facts, LocalDate today) {
        Effective effective = new Effective(model, facts, today);
        return effective.missingNames(condition(section, id).evaluate(effective, today));
    }

    /** The condition of one rule. Throws {@link IllegalArgumentException} if there is no such rule. */
    public Condition condition(Section section, String id) {
        return model.rule(section, id).condition();
    }

    /**
     * The ids of a section's rules that are met whatever the unknown answers are, in declared order. Requirements and
     * other conditions are those of accepted circumstances: none is certain or possible once the affair is refused.
     */
    public List<String> certain(Section section, Facts facts, LocalDate today) {
        return having(section, facts, today, false);
    }

    /** The ids of a section's rules that are or may still be met, in declared order. */
    public List<String> possible(Section section, Facts facts, LocalDate today) {
        return having(section, facts, today, true);
    }

    private List<String> having(Section section, Facts facts, LocalDate today, boolean orMayBe) {
        Walk walk = new Walk(model.functions, model.known(facts, today));
        List<String> ids = new ArrayList<>();
        for (Model.Compiled rule : model.section(section)) {
            int values = walk.values(rule.function());
            if (values == Walk.MAY_BE_YES || orMayBe && (values & Walk.MAY_BE_YES) != 0) {
                ids.add(rule.id());
            }
        }
        return ids;
    }

    /**
     * The exact share of the accepted circumstances that are so: that need no upload, say, or no window. Throws
     * {@link IllegalArgumentException} if it names a rule that does not exist.
     */
    public Share share(Which which) {
        return new Shares(model).of(which);
    }

    /**
     * How long the interviews are if nothing is known beforehand, exactly. Found out when first asked for; empty if the
     * interviews are too different from each other to be followed all.
     */
    public Optional<Interviews> interviews() {
        Optional<Interviews> known = interviews;
        if (known == null) {
            known = InterviewLengths.of(model, interview, counts.circumstances());
            interviews = known;
        }
        return known;
    }

    /**
     * The decision diagram to be looked at, with at most so many spots, in which what does not fit is folded. Empty if its
     * outcomes are too entangled to be drawn.
     */
    public Optional<Picture> picture(int limit) {
        try {
            return Optional.of(Pictures.of(model, limit));
        } catch (TooLarge _) {
            return Optional.empty();
        }
    }

    /** How many circumstances agree with these facts. */
    public BigInteger remaining(Facts facts, LocalDate today) {
        return model.circumstances.remaining(model.known(facts, today));
    }

    /** One answer of each class that the conditions tell apart. Throws {@link IllegalArgumentException} if there is no such question. */
    public List<Answer> examples(String question) {
        Integer position = model.positions.get(question);
        if (position == null) {
            throw new IllegalArgumentException(rules().affair() + " does not ask " + question);
        }
        return model.partitions.get(position).blocks().stream().map(Partition.Block::example).toList();
    }

    /** Answers that their question does not admit (unknown question, wrong kind, out of range), with the reason. */
    public Map<String, String> invalid(Facts facts) {
        Map<String, String> invalid = new LinkedHashMap<>();
        facts.asMap().forEach((name, answer) -> {
            Integer q = model.positions.get(name);
            String fault = q == null ? "is no question of this affair" : model.partitions.get(q).fault(answer);
            if (fault != null && !(q != null && answer instanceof Answer.NotApplicable)) {
                invalid.put(name, fault);
            }
        });
        return invalid;
    }
}
