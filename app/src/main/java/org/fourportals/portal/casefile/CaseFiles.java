package org.fourportals.portal.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.Interview;
import org.fourportals.casework.Progress;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.circumstances.Standing;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Clock;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Step;
import org.fourportals.portal.kit.Tag;
import org.fourportals.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the {@link CaseFile} of a case its reader may see. */
@Component("casefile.CaseFiles")
public class CaseFiles {

    private final Cases cases;
    private final Interview interview;
    private final Catalogue catalogue;
    private final Sharing sharing;
    private final CaseWords words;
    private final CaseFileWords fileWords;
    private final CityTime time;

    CaseFiles(Cases cases, Interview interview, Catalogue catalogue, Sharing sharing, CaseWords words, CaseFileWords fileWords, CityTime time) {
        this.fileWords = fileWords;
        this.time = time;
        this.cases = cases;
        this.interview = interview;
        this.catalogue = catalogue;
        this.sharing = sharing;
        this.words = words;
    }

    /** @param about a case that {@link Cases#find} gave to the page's reader */
    public CaseFile of(Page page, Case about) {
        return of(page, about, null);
    }

    /** @param day for which its clock is explained; null for today */
    public CaseFile of(Page page, Case about, @Nullable LocalDate day) {
        Progress progress = interview.progress(about);
        AffairPlan plan = progress.plan();
        Cases.OpenSupplement supplement = cases.findSupplement(about).orElse(null);
        CasePapers papers = new CasePapers(page, about, words, supplement == null ? List.of() : supplement.requirements());
        return new CaseFile(about, about.number() == null ? "" : about.number(), page.t(plan.affair().name()),
                page.t(catalogue.department(plan.affair().department()).name()), words.state(page, about.state()), steps(page, about, plan),
                people(page, about, plan), progress.checklist().stream().map(papers::paper).toList(),
                progress.form().stream().map(line -> words.form(page, line)).toList(),
                progress.asked().stream().map(answer -> words.answer(page, answer)).toList(), opinions(page, about, plan),
                cases.listEvents(about).reversed().stream().map(event -> words.moment(page, event, plan)).toList(),
                standing(page, progress), clock(page, about),
                fileWords.clock().forStaff(page, cases.explainClock(about, day == null ? time.now() : day.plusDays(1).atStartOfDay(time.zone()).toInstant().minusMillis(1))),
                day == null ? null : day.toString(), supplement, fileWords.reports().doubts(page, about));
    }

    private static @Nullable String standing(Page page, Progress progress) {
        return switch (progress.standing()) {
            case Standing.Listed _ -> null;
            case Standing.Refused refused -> String.join(" ", progress.plan().refusals().stream()
                    .filter(r -> refused.refusals().contains(r.id())).map(r -> page.t(r.reason())).toList());
            case Standing.Asking _ -> page.t("casefile.still-asking");
            case Standing.Impossible _ -> page.t("casefile.impossible");
        };
    }

    private @Nullable Clock clock(Page page, Case about) {
        if (about.submittedAt() == null) {
            return null;
        }
        var reckoned = cases.clock(about);
        if (reckoned.promised() < 1) {
            return null;
        }
        String note = reckoned.due() == null ? page.t("casefile.clock.still") : page.t("casefile.clock.due", page.date(reckoned.due()));
        return new Clock(reckoned.used(), reckoned.promised(), reckoned.standsStill(), note);
    }

    private List<Line> people(Page page, Case about, AffairPlan plan) {
        List<Line> lines = new ArrayList<>();
        Subject subject = about.subject();
        if (subject != null && !subject.equals(about.applicant())) {
            lines.add(person(page, "casefile.about." + plan.about().name().toLowerCase(java.util.Locale.ROOT), about.content().name("subject"), subject));
        }
        if (about.applicant() != null) {
            lines.add(person(page, "casefile.applicant", about.content().name("applicant"), about.applicant()));
        }
        if (about.representative() != null && !about.representative().equals(about.applicant())) {
            lines.add(person(page, "casefile.representative", about.content().name("representative"), about.representative()));
        }
        return lines;
    }

    private Line person(Page page, String role, String name, Subject subject) {
        return Line.of(page.t(role), Stream.of(name, sharing.findIdentifier(subject).orElse("")).filter(s -> !s.isBlank())
                .toArray(String[]::new));
    }

    private List<CaseFile.Opinion> opinions(Page page, Case about, AffairPlan plan) {
        List<AffairPlan.Stage> stages = plan.procedure().stages();
        return cases.listReviews(about).stream().map(review -> {
            String opinion = review.opinion() == null ? "open" : review.opinion();
            Tag.Tone tone = switch (opinion) {
                case "agree" -> Tag.Tone.GOOD;
                case "disagree" -> Tag.Tone.BAD;
                default -> Tag.Tone.BUSY;
            };
            return new CaseFile.Opinion(page.t(catalogue.department(review.department()).name()),
                    page.t(stages.get(review.stage()).name()), new Tag(page.t("casefile.opinion." + opinion), tone), review.givenBy());
        }).toList();
    }

    private List<Step> steps(Page page, Case about, AffairPlan plan) {
        boolean ended = about.state() == CaseState.GRANTED || about.state() == CaseState.REFUSED || about.state() == CaseState.WITHDRAWN;
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(page.t("casefile.step.handed-in"), null, about.state().isDraft() ? Step.State.NOW : Step.State.DONE));
        steps.add(new Step(page.t("casefile.step.accepted"), null, about.state().isDraft() ? Step.State.AHEAD
                : about.stage() >= 0 || about.state() == CaseState.GRANTED ? Step.State.DONE
                : about.state() == CaseState.SUBMITTED ? Step.State.NOW : Step.State.STOPPED));
        List<AffairPlan.Stage> stages = plan.procedure().stages();
        for (int i = 0; i < stages.size(); i++) {
            if (!interview.needs(about, stages.get(i))) {
                continue;
            }
            boolean over = about.state() == CaseState.GRANTED || about.stage() > i;
            boolean here = about.stage() == i && !over;
            Step.State state = over ? Step.State.DONE : !here ? Step.State.AHEAD
                    : about.state() == CaseState.SUPPLEMENT || ended ? Step.State.STOPPED : Step.State.NOW;
            steps.add(new Step(page.t(stages.get(i).name()), departments(page, stages.get(i)), state));
        }
        return steps;
    }

    private String departments(Page page, AffairPlan.Stage stage) {
        return String.join(page.t("casefile.and"), stage.by().stream().map(d -> page.t(catalogue.department(d).name())).toList());
    }

    /** In whose wallet the documents of the case lie; throws for an anonymous draft, which has none. */
    Subject owner(Case about) {
        return Objects.requireNonNull(interview.walletOwner(about), "an anonymous draft has no documents");
    }
}
