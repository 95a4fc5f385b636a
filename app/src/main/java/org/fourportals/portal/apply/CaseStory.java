package org.fourportals.portal.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.fourportals.casework.Case;
import org.fourportals.casework.CaseEvent;
import org.fourportals.casework.CaseEvent.Type;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Interview;
import org.fourportals.casework.LegalClock;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Clock;
import org.fourportals.portal.kit.Moment;
import org.fourportals.portal.kit.Step;
import org.fourportals.portal.kit.Step.State;
import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a case from its events: its progress line, its timeline and its clock, in plain words. */
@Component
final class CaseStory {

    private final Wording wording;
    private final Interview interview;

    CaseStory(Wording wording, Interview interview) {
        this.wording = wording;
        this.interview = interview;
    }

    static Tag tag(Page page, CaseState state) {
        Tag.Tone tone = switch (state) {
            case DRAFT, SUPPLEMENT -> Tag.Tone.YOURS;
            case SUBMITTED, IN_REVIEW -> Tag.Tone.BUSY;
            case GRANTED -> Tag.Tone.GOOD;
            case REFUSED -> Tag.Tone.BAD;
            case WITHDRAWN, DISCARDED -> Tag.Tone.QUIET;
        };
        return new Tag(page.t("apply.state." + key(state)), tone);
    }

    /** Handed in, accepted, each stage with its departments, decided. */
    List<Step> steps(Page page, Case about, AffairPlan plan, List<CaseEvent> events) {
        List<Step> steps = new ArrayList<>();
        boolean accepted = find(events, Type.ACCEPTED).isPresent();
        boolean ended = about.state() == CaseState.GRANTED || about.state() == CaseState.REFUSED;
        boolean instant = isInstant(events);
        steps.add(new Step(page.t("apply.step.handed-in"), day(page, find(events, Type.SUBMITTED)), State.DONE));
        if (!instant) {
            steps.add(new Step(page.t("apply.step.accepted"), day(page, find(events, Type.ACCEPTED)),
                    accepted ? State.DONE : here(about)));
            List<AffairPlan.Stage> stages = plan.procedure().stages();
            for (int i = 0; i < stages.size() - 1; i++) {
                if (!interview.needs(about, stages.get(i))) {
                    continue;
                }
                State state = ended || i < about.stage() ? State.DONE : accepted && i == about.stage() ? here(about) : State.AHEAD;
                steps.add(new Step(page.t(stages.get(i).name()), wording.departments(page, stages.get(i).by()), state));
            }
        }
        Optional<CaseEvent> end = ending(events).filter(e -> ended);
        boolean deciding = accepted && !ended && about.stage() >= plan.procedure().stages().size() - 1;
        steps.add(new Step(page.t(instant ? "apply.step.at-once" : "apply.step.decided"), day(page, end),
                ended ? State.DONE : deciding ? here(about) : State.AHEAD));
        return steps;
    }

    /** Whether it was decided at once, by rule. */
    boolean isInstant(List<CaseEvent> events) {
        return find(events, Type.GRANTED).map(e -> e.detail().containsKey("instant")).orElse(false);
    }

    /** How it ended, and the reason that was given; null while it goes on. */
    @Nullable Moment end(Page page, AffairPlan plan, List<CaseEvent> events) {
        return ending(events).map(e -> moment(page, plan, e)).orElse(null);
    }

    /** The last decision, unless it was taken back, or the withdrawal. */
    private static Optional<CaseEvent> ending(List<CaseEvent> events) {
        return events.stream().filter(e -> e.type() == Type.GRANTED || e.type() == Type.REFUSED || e.type() == Type.REOPENED || e.type() == Type.WITHDRAWN)
                .reduce((first, later) -> later).filter(e -> e.type() != Type.REOPENED);
    }

    private static State here(Case about) {
        return about.state() == CaseState.SUBMITTED || about.state() == CaseState.IN_REVIEW ? State.NOW : State.STOPPED;
    }

    private static Optional<CaseEvent> find(List<CaseEvent> events, Type type) {
        return events.stream().filter(e -> e.type() == type).findFirst();
    }

    private static @Nullable String day(Page page, Optional<CaseEvent> event) {
        return event.map(e -> page.dateTime(e.at())).orElse(null);
    }

    /** What happened, newest first. */
    List<Moment> timeline(Page page, AffairPlan plan, List<CaseEvent> events) {
        return events.stream().filter(e -> !e.type().isForStaff()).sorted(Comparator.comparing(CaseEvent::number).reversed()).map(e -> moment(page, plan, e)).toList();
    }

    private Moment moment(Page page, AffairPlan plan, CaseEvent event) {
        Tag.Tone tone = switch (event.type()) {
            case GRANTED -> Tag.Tone.GOOD;
            case REFUSED -> Tag.Tone.BAD;
            case SUPPLEMENT_REQUESTED -> Tag.Tone.YOURS;
            case SUBMITTED, ACCEPTED, STAGE_BEGAN, REVIEWED, SUPPLEMENTED, EXTENDED, REOPENED, REPRESENTED, WARNED, ESCALATED, HANDED_OVER, NOTED -> Tag.Tone.BUSY;
            case STARTED, ADOPTED, WITHDRAWN, DISCARDED -> Tag.Tone.QUIET;
        };
        boolean instant = event.detail().containsKey("instant");
        String title = page.t("apply.event." + event.type().name().toLowerCase(Locale.ROOT).replace('_', '-') + (instant ? "-instant" : "")
                + (event.detail().containsKey("deemed") ? "-deemed" : ""), event.detail().getOrDefault("days", ""));
        return Moment.of(event.at(), title).detail(detail(page, plan, event)).by(by(page, event)).tone(tone);
    }

    private static @Nullable String detail(Page page, AffairPlan plan, CaseEvent event) {
        String reason = event.reason(page.language());
        String stage = event.detail().get("stage");
        return !reason.isBlank() ? reason
                : event.type() != Type.STAGE_BEGAN || stage == null ? null
                : plan.procedure().stages().stream().filter(s -> s.id().equals(stage)).findFirst().map(s -> page.t(s.name())).orElse(null);
    }

    private @Nullable String by(Page page, CaseEvent event) {
        return event.department() != null ? wording.department(page, event.department())
                : event.actor().startsWith("system:") || event.actor().equals("visitor") ? null
                : event.actorName() + " · " + page.t("apply.portal." + event.portal().name().toLowerCase(Locale.ROOT));
    }

    /** The clock of an open case; null where nothing is promised or it is over. */
    static @Nullable Clock clock(Page page, Case about, LegalClock.Reckoning reckoning) {
        if (!about.state().isOpen() || reckoning.promised() < 1) {
            return null;
        }
        String note = reckoning.due() == null ? page.t("apply.clock.still") : page.t("apply.clock.due", page.date(reckoning.due()));
        return new Clock(Math.max(0, reckoning.used()), reckoning.promised(), reckoning.standsStill(), note);
    }

    private static String key(CaseState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
