package org.fourportals.catalogue;

import java.util.List;
import java.util.Optional;

import org.fourportals.base.Text;
import org.fourportals.circumstances.CompiledAffair;
import org.jspecify.annotations.Nullable;

/**
 * An affair written out whole: what a file under {@code catalogue/affairs} says, proved. See {@code docs/catalogue-format.md}.
 *
 * @param version   identifies the exact text of the file; cases are pinned to it
 * @param rules     questions, exclusions, grounds, refusals and requirements, compiled and proved
 */
public record AffairPlan(Affair affair, String version, Text plain, About about, List<Law> laws, List<RoleLink> roles,
        List<Asked> questions, List<Exclusion> exclusions, List<Ground> grounds, List<Refused> refusals,
        List<Requirement> requirements, List<FormSection> form, Procedure procedure, Fee fee, Result result, CompiledAffair rules) {

    /** Whom the case is about. */
    public enum About { SELF, CHILD, ORGANISATION }

    public record Law(String id, Text name) {
    }

    /**
     * Further subjects reached by a register, such as the applicant's homes. Where there are several, their records count together, or, with
     * `one`, the applicant says which one the case is about.
     */
    public record RoleLink(String id, String of, String relation, boolean one, Text name) {
    }

    /**
     * A question with its words, and how the pool may already know the answer. Its range stands in {@link #rules}; `things` is null unless
     * it is asked of several things.
     */
    public record Asked(String id, Kind kind, Text ask, @Nullable Text help, List<Choice> answers, List<Known> known, @Nullable Things things) {

        /** What is asked of each of the things; throws {@link IllegalStateException} where it is no question for things. */
        public Things ofEach() {
            return Optional.ofNullable(things).orElseThrow(() -> new IllegalStateException(id + " is not asked of several things"));
        }
    }

    /** The things a repeated question is asked of, at most `most`: what one of them is called, and what is asked of each. */
    public record Things(Text one, int most, List<Asked> fields) {
    }

    /** Kind of a question. */
    public enum Kind { CHOICE, YES_NO, SEVERAL_OF, NUMBER, DATE, MONEY, REPEATED }

    /** An answer that can be chosen. */
    public record Choice(String id, Text text, @Nullable Text note) {
    }

    /**
     * One way in which the pool knows the answer: records of `dataset` of the subject in role `of` that meet `where`.
     * Fits if there is one (or, with `none`, if there is none; or, with `count`, if their number meets it); the answer is then `is`, or the
     * value of `field`. {@link PoolFacts} applies it. `count` is a condition over the one name `count`.
     */
    public record Known(String dataset, String of, @Nullable RecordCondition where, boolean none, @Nullable RecordCondition count,
            @Nullable String is, @Nullable String field) {
    }

    public record Exclusion(String id, Text because) {
    }

    public record Ground(String id, Text name) {
    }

    public record Refused(String id, Text reason, Text instead, @Nullable String affair) {
    }

    /** One line of the checklist; `document` is the wallet's document type. */
    public record Requirement(String id, Text name, @Nullable Text why, List<Evidence> evidence, @Nullable String document, Text check,
            @Nullable Text mistake) {

        /** Whether somebody whose records the pool does not hold can only satisfy it by showing an original at a window. */
        public boolean needsWindow() {
            return evidence.contains(new Evidence.Original())
                    && evidence.stream().noneMatch(e -> e instanceof Evidence.Upload || e instanceof Evidence.Declaration);
        }
    }

    /** What can satisfy a requirement; tried in the order written. */
    public sealed interface Evidence {
        /** A record of the pool. */
        record Pool(String dataset, String of, @Nullable RecordCondition where) implements Evidence {
        }

        /** A document handed in before. */
        record Wallet() implements Evidence {
        }

        /** A file handed in now. */
        record Upload() implements Evidence {
        }

        /** The applicant's word. */
        record Declaration(Text text) implements Evidence {
        }

        /** The paper itself, shown once at a counter. */
        record Original() implements Evidence {
        }
    }

    public record FormSection(Text title, List<Field> fields) {
    }

    /**
     * A form field. `when` is the id of its condition among the {@code Section.OTHER} of {@link #rules}; null means always.
     *
     * @param type text, long-text, person-name, resident-id, credit-code, phone, email, address, date, number, money, choice, yes-no, bank-account
     */
    public record Field(String id, String type, Text label, @Nullable Text hint, boolean required, @Nullable String when,
            @Nullable Fill fill, @Nullable Integer maxLength, @Nullable Long min, @Nullable Long max, boolean past, boolean future,
            List<Choice> options) {
    }

    /** The pool's field that answers a form field. */
    public record Fill(String dataset, String of, String field) {
    }

    /** `instant` is the id of the condition among the {@code Section.OTHER} of {@link #rules}; null means never decided at once. */
    public record Procedure(@Nullable String instant, List<Stage> stages) {
    }

    /**
     * Departments of one stage work in parallel; stages follow one another. `when` is the id of its condition among the
     * {@code Section.OTHER} of {@link #rules}; null means always.
     */
    public record Stage(String id, StageKind kind, List<String> by, int days, @Nullable String when, Text name, Text checks) {
    }

    /** What happens in a stage. In `ATTEND` the applicant comes in person once: fingerprints, an examination, a signature before a notary. */
    public enum StageKind { REVIEW, VISIT, ATTEND, DECIDE }

    /** `when` is the id of its condition among the {@code Section.OTHER} of {@link #rules}; null means always. */
    public record Fee(String yuan, @Nullable String when, @Nullable Text purpose) {
    }

    /** What is issued; `record` is what goes back into the pool. */
    public record Result(Text name, String kind, @Nullable Integer validMonths, List<String> shows, Text says,
            @Nullable ResultRecord record) {
    }

    /** Field values are expressions as in docs/catalogue-format.md, such as {@code form.phone} or {@code today + 12 months}. */
    public record ResultRecord(String dataset, String of, java.util.Map<String, String> fields) {
    }

    /** Whether it can be finished without a window in every accepted circumstance: derived from its requirements and procedure. */
    public boolean isZeroWindow() {
        return requirements.stream().noneMatch(Requirement::needsWindow)
                && procedure.stages().stream().noneMatch(stage -> stage.kind() == StageKind.ATTEND);
    }

    public Asked question(String id) {
        return questions.stream().filter(q -> q.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(affair.id() + " has no question " + id));
    }

    public Requirement requirement(String id) {
        return requirements.stream().filter(r -> r.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(affair.id() + " has no requirement " + id));
    }

    public List<Field> fields() {
        return form.stream().flatMap(s -> s.fields().stream()).toList();
    }
}
