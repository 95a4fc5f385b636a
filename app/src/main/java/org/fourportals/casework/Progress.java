package org.fourportals.casework;

import java.util.List;
import java.util.Optional;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Standing;
import org.jspecify.annotations.Nullable;

/**
 * How far a case has come on the way to being handed in: what is answered and whence, what is still asked, which lines of the checklist
 * are at hand, which fields are filled.
 *
 * @param asked questions that apply and are answered, in the order of the affair's file
 */
public record Progress(Case about, AffairPlan plan, Facts facts, Standing standing, List<AnsweredQuestion> asked, List<Line> checklist,
        List<FieldLine> form) {

    /** A question with its answer; `dataset` is where the pool knew it from, null if the resident said so. */
    public record AnsweredQuestion(AffairPlan.Asked question, String answer, @Nullable String dataset) {
    }

    /** A line of the checklist and whether its evidence is at hand. */
    public record Line(AffairPlan.Requirement requirement, AtHand atHand) {
    }

    /** Whence a requirement is satisfied, or that it is not. */
    public sealed interface AtHand {
        /** The city's own records; the resident brings nothing. */
        record Pool(String dataset) implements AtHand {
        }

        /** A document handed in before, now or at another portal. */
        record Document(java.util.UUID id, String fileName, String sha256, boolean fromWallet) implements AtHand {
        }

        /** The applicant has declared it. */
        record Declared() implements AtHand {
        }

        /** A clerk has seen the original. */
        record Seen() implements AtHand {
        }

        /** It can be brought in these ways. */
        record Missing(List<AffairPlan.Evidence> ways) implements AtHand {
        }
    }

    /** A field of the form: its value, whether the pool filled it, and what is wrong with it. */
    public record FieldLine(AffairPlan.Field field, String value, boolean filled, FormCheck.@Nullable Problem problem) {
    }

    public boolean isListed() {
        return standing instanceof Standing.Listed;
    }

    public Optional<Line> line(String requirement) {
        return checklist.stream().filter(l -> l.requirement().id().equals(requirement)).findFirst();
    }

    /** Requirements whose evidence is not at hand. */
    public List<AffairPlan.Requirement> missing() {
        return checklist.stream().filter(l -> l.atHand() instanceof AtHand.Missing).map(Line::requirement).toList();
    }

    /** Fields that stop the form from being handed in. */
    public List<FieldLine> problems() {
        return form.stream().filter(f -> f.problem() != null).toList();
    }

    public boolean isComplete() {
        return isListed() && missing().isEmpty() && problems().isEmpty();
    }

    /** Whether every requirement is met by the pool or a declaration, so that nobody has to look at anything. */
    public boolean needsNobody() {
        return checklist.stream().allMatch(l -> l.atHand() instanceof AtHand.Pool || l.atHand() instanceof AtHand.Declared);
    }
}
