package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.casework.BringEvidence.Kind;
import org.fourportals.circumstances.Standing;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Accounts;
import org.fourportals.wallet.HandedIn;
import org.fourportals.wallet.Wallet;

/** Leads whole cases through the desk: begins them, answers, brings papers, fills in forms and acts as staff. */
abstract class WholeCases {

    static final byte[] PAPER = TestPapers.pdf("demo");

    final Desk desk = TestCity.get(Desk.class);
    final Cases cases = TestCity.get(Cases.class);
    final Interview interview = TestCity.get(Interview.class);

    UUID draft(Actor actor, String affair) {
        var started = desk.perform(actor, TestCity.get(StartDraft.class), new StartDraft.Request(affair, true));
        return ((StartDraft.DraftStarted) started).caseId();
    }

    /** A food licence to be renewed, handed in with all it needs. */
    UUID handInARenewal(Actor agent) {
        UUID id = draft(agent, "food-business-licence");
        chooseFirst(agent, id);
        desk.perform(agent, TestCity.get(AnswerQuestion.class), new AnswerQuestion.Request(id, "application", List.of("renewal")));
        walk(agent, id, Map.of());
        bringAll(agent, id);
        fill(agent, id);
        desk.perform(agent, TestCity.get(SubmitCase.class), new SubmitCase.Request(id), UUID.randomUUID());
        return id;
    }

    void chooseFirst(Actor actor, UUID id) {
        ChooseSubject choose = TestCity.get(ChooseSubject.class);
        var candidate = choose.candidates(actor, seen(actor, id)).getFirst();
        assertThat(desk.perform(actor, choose, new ChooseSubject.Request(id, candidate.subject())))
                .isInstanceOf(DraftOutcome.Saved.class);
    }

    /** Answers what is asked, preferring the given answers, else the first that does not end in a refusal. */
    void walk(Actor actor, UUID id, Map<String, String> preferred) {
        for (int step = 0; step < 40; step++) {
            Progress progress = interview.progress(seen(actor, id));
            if (!(progress.standing() instanceof Standing.Asking asking)) {
                assertThat(progress.standing()).as(progress.facts().toString()).isInstanceOf(Standing.Listed.class);
                return;
            }
            answer(actor, id, asking.next(), preferred);
        }
        throw new AssertionError("The interview does not end");
    }

    void answer(Actor actor, UUID id, org.fourportals.circumstances.Question question, Map<String, String> preferred) {
        List<String> options = preferred.containsKey(question.id()) ? List.of(preferred.get(question.id())) : switch (question.kind()) {
            case YES_NO -> List.of("no", "yes");
            case CHOICE, SEVERAL_OF -> question.answers();
            case NUMBER, MONEY -> List.of(String.valueOf(question.min()));
            case DATE -> List.of("2026-01-01");
            case REPEATED -> throw new IllegalArgumentException("no affair of these asks for repeated things");
        };
        for (String option : options) {
            var outcome = desk.perform(actor, TestCity.get(AnswerQuestion.class),
                    new AnswerQuestion.Request(id, question.id(), List.of(option)));
            boolean refused = interview.progress(seen(actor, id)).standing() instanceof Standing.Refused;
            if (outcome instanceof DraftOutcome.Saved && !refused) {
                return;
            }
        }
        throw new AssertionError("No answer to " + question.id() + " leads on");
    }

    void bringAll(Actor actor, UUID id) {
        for (Progress.Line line : interview.progress(seen(actor, id)).checklist()) {
            if (line.atHand() instanceof Progress.AtHand.Missing missing) {
                boolean declare = missing.ways().stream()
                        .anyMatch(org.fourportals.catalogue.AffairPlan.Evidence.Declaration.class::isInstance);
                if (declare) {
                    desk.perform(actor, TestCity.get(BringEvidence.class),
                            new BringEvidence.Request(id, line.requirement().id(), Kind.DECLARATION, null));
                } else {
                    bring(actor, id, line.requirement().id(), PAPER);
                }
            }
        }
        assertThat(interview.progress(seen(actor, id)).missing()).isEmpty();
    }

    void bring(Actor actor, UUID id, String requirement, byte[] paper) {
        Case about = seen(actor, id);
        String type = interview.planOf(about).requirement(requirement).document();
        var kept = TestCity.get(Wallet.class).handIn(actor, interview.walletOwner(about), type, "paper.pdf",
                new ByteArrayInputStream(paper), id);
        assertThat(kept).isInstanceOf(HandedIn.Kept.class);
        assertThat(desk.perform(actor, TestCity.get(BringEvidence.class),
                new BringEvidence.Request(id, requirement, Kind.DOCUMENT, ((HandedIn.Kept) kept).id().value())))
                .isInstanceOf(DraftOutcome.Saved.class);
    }

    void fill(Actor actor, UUID id) {
        Map<String, String> values = new HashMap<>();
        for (Progress.FieldLine line : interview.progress(seen(actor, id)).form()) {
            if (line.problem() != null) {
                values.put(line.field().id(), sample(line.field()));
            }
        }
        desk.perform(actor, TestCity.get(FillForm.class), new FillForm.Request(id, values));
        assertThat(interview.progress(seen(actor, id)).problems()).isEmpty();
    }

    static String sample(org.fourportals.catalogue.AffairPlan.Field field) {
        return switch (field.type()) {
            case "phone" -> "13800001111";
            case "email" -> "someone@example.org";
            case "date" -> field.future() ? "2030-01-01" : "2026-01-01";
            case "number", "money" -> String.valueOf(field.min() == null ? 1 : Math.max(1, field.min()));
            case "choice" -> field.options().getFirst().id();
            case "yes-no" -> "yes";
            case "bank-account" -> "6222020200001234567";
            case "person-name" -> "李明";
            default -> "杭州市西湖区文三路 1 号";
        };
    }

    void act(Actor actor, UUID id, java.util.function.IntFunction<StaffOutcome> act) {
        assertThat(act.apply(seen(actor, id).rowVersion())).isInstanceOf(StaffOutcome.Done.class);
    }

    Case seen(Actor actor, UUID id) {
        return cases.find(actor, id).orElseThrow();
    }

    static Actor resident(String username, Portal portal) {
        var account = TestCity.get(Accounts.class).findByUsername(username).orElseThrow();
        return new Actor.Resident(account.subject(), account.name().zh(), portal, null);
    }

    static Actor staff(String username) {
        var account = TestCity.get(Accounts.class).findByUsername(username).orElseThrow();
        return new Actor.Staff(username, account.name(), account.roles(), account.department(), account.centre(), Portal.OFFICE, null);
    }
}
