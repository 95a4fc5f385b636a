package org.fourportals.portal.office;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.fourportals.casework.AnswerText;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.CatalogueProblem;
import org.fourportals.catalogue.CatalogueReader.PlanReading;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.portal.Page;
import org.jspecify.annotations.Nullable;

/**
 * What the proofs say of a text, for a page or for the module of the text's editor.
 *
 * @param summary one sentence: proved, with its counts, or how many places are to mend
 */
public record Checked(boolean proved, String summary, List<Fault> faults) {

    private static final int MOST = 100;

    /** A place to mend; line 0 is the whole text. `url` opens the answers that show it in what is in force, as far as it asks them. */
    public record Fault(int line, String what, String remedy, @Nullable String url) {
    }

    /** `inForce` is the published plan, in which counter-examples can be explored. */
    static Checked of(Page page, PlanReading reading, @Nullable AffairPlan inForce) {
        @Nullable AffairPlan plan = reading.plan().orElse(null);
        if (plan != null && reading.problems().isEmpty()) {
            Catalogue.Proofs proofs = Catalogue.proofs(plan);
            return new Checked(true, page.t("workbench.check.proved", "%,d".formatted(proofs.circumstances()), "%,d".formatted(proofs.accepted()),
                    "%,d".formatted(proofs.refused())), List.of());
        }
        List<CatalogueProblem> problems = reading.problems().stream().sorted().toList();
        return new Checked(false, page.t("workbench.check.faulty", problems.size()), problems.stream().limit(MOST)
                .map(problem -> new Fault(problem.line(), problem.what(), problem.remedy(), url(page, problem.example(), inForce))).toList());
    }

    /** Where a circumstance can be explored in what is in force; null where nothing of it is asked there. */
    static @Nullable String url(Page page, @Nullable Facts example, @Nullable AffairPlan inForce) {
        if (example == null || inForce == null) {
            return null;
        }
        String query = inForce.questions().stream().filter(q -> isWritable(example.answer(q.id())))
                .map(q -> "q." + q.id() + "=" + URLEncoder.encode(AnswerText.write(Objects.requireNonNull(example.answer(q.id()))), StandardCharsets.UTF_8))
                .filter(part -> !part.endsWith("=")).collect(Collectors.joining("&"));
        return query.isEmpty() ? null : page.url("/affairs/" + inForce.affair().id() + "/explore") + "?" + query;
    }

    private static boolean isWritable(@Nullable Answer answer) {
        return answer != null && !(answer instanceof Answer.NotApplicable);
    }
}
