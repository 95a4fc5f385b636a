package org.fourportals.portal.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Portal;
import org.fourportals.casework.AcceptCase;
import org.fourportals.casework.AnswerQuestion;
import org.fourportals.casework.BringEvidence;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.ChooseSubject;
import org.fourportals.casework.DecideCase;
import org.fourportals.casework.DraftOutcome;
import org.fourportals.casework.FillForm;
import org.fourportals.casework.Interview;
import org.fourportals.casework.Progress;
import org.fourportals.casework.ReviewCase;
import org.fourportals.casework.StaffOutcome;
import org.fourportals.casework.StartDraft;
import org.fourportals.casework.SubmitCase;
import org.fourportals.circumstances.Standing;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Accounts;
import org.fourportals.wallet.HandedIn;
import org.fourportals.wallet.Wallet;

/** A company's agent applies for a food licence on the web, up to where a test needs it. */
public final class FoodLicence {

    private final Desk desk = TestCity.get(Desk.class);
    private final Cases cases = TestCity.get(Cases.class);
    private final Interview interview = TestCity.get(Interview.class);
    private final Actor agent;

    public FoodLicence() {
        var account = TestCity.get(Accounts.class).findByUsername("shen-jiaming").orElseThrow();
        agent = new Actor.Resident(account.subject(), account.name().zh(), Portal.WEB, null);
    }

    public UUID draft() {
        var started = desk.perform(agent, TestCity.get(StartDraft.class), new StartDraft.Request("food-business-licence", true));
        return ((StartDraft.DraftStarted) started).caseId();
    }

    /** Handed in with a picture for each paper. */
    public Case handedIn() {
        UUID id = complete();
        assertThat(desk.perform(agent, TestCity.get(SubmitCase.class), new SubmitCase.Request(id), UUID.randomUUID()))
                .isInstanceOf(SubmitCase.Submitted.class);
        return seen(id);
    }

    /** Accepted, reviewed and granted. */
    public Case granted() {
        return decided(true, "", CaseState.GRANTED);
    }

    public Case refused(String reason) {
        return decided(false, reason, CaseState.REFUSED);
    }

    private Case decided(boolean grants, String reason, CaseState state) {
        UUID id = atDecision("").id();
        act(id, "reviewer-market", TestCity.get(DecideCase.class), version -> new DecideCase.Request(id, version, grants, reason));
        assertThat(seen(id).state()).isEqualTo(state);
        return seen(id);
    }

    /** Accepted and reviewed by both departments. @param against why the fire brigade disagrees; empty if it does not */
    public Case atDecision(String against) {
        UUID id = handedIn().id();
        act(id, "clerk-xihu", TestCity.get(AcceptCase.class), version -> new AcceptCase.Request(id, version));
        while (seen(id).stage() < 2) {
            act(id, "reviewer-market", TestCity.get(ReviewCase.class), version -> new ReviewCase.Request(id, version, true, ""));
            act(id, "reviewer-fire", TestCity.get(ReviewCase.class), version -> new ReviewCase.Request(id, version, against.isEmpty(), against));
        }
        return seen(id);
    }

    private <Q> void act(UUID id, String username, Operation<Q, StaffOutcome> operation, IntFunction<Q> request) {
        desk.perform(staff(username), operation, request.apply(seen(id).rowVersion()), UUID.randomUUID());
    }

    public static Actor.Staff staff(String username) {
        var account = TestCity.get(Accounts.class).findByUsername(username).orElseThrow();
        return new Actor.Staff(username, account.name(), account.roles(), account.department(), account.centre(), Portal.COUNTER, null);
    }

    public Actor agent() {
        return agent;
    }

    /** All that is needed to hand it in. */
    public UUID complete() {
        UUID id = draft();
        ChooseSubject choose = TestCity.get(ChooseSubject.class);
        desk.perform(agent, choose, new ChooseSubject.Request(id, choose.candidates(agent, seen(id)).getFirst().subject()));
        while (interview.progress(seen(id)).standing() instanceof Standing.Asking asking) {
            answer(id, asking.next().id(), options(asking));
        }
        for (Progress.Line line : interview.progress(seen(id)).checklist()) {
            if (line.atHand() instanceof Progress.AtHand.Missing) {
                bring(id, line.requirement().id());
            }
        }
        Map<String, String> values = new HashMap<>();
        interview.progress(seen(id)).form().stream().filter(f -> f.problem() != null)
                .forEach(f -> values.put(f.field().id(), sample(f.field())));
        desk.perform(agent, TestCity.get(FillForm.class), new FillForm.Request(id, values));
        return id;
    }

    public Case seen(UUID id) {
        return cases.find(agent, id).orElseThrow();
    }

    private static List<String> options(Standing.Asking asking) {
        return switch (asking.next().kind()) {
            case YES_NO -> List.of("no", "yes");
            case CHOICE, SEVERAL_OF -> asking.next().answers();
            case NUMBER, MONEY -> List.of(String.valueOf(asking.next().min()));
            case DATE -> List.of("2026-01-01");
            case REPEATED -> throw new IllegalArgumentException("no affair of these asks for repeated things");
        };
    }

    private void answer(UUID id, String question, List<String> options) {
        for (String option : options) {
            var outcome = desk.perform(agent, TestCity.get(AnswerQuestion.class), new AnswerQuestion.Request(id, question, List.of(option)));
            if (outcome instanceof DraftOutcome.Saved && !(interview.progress(seen(id)).standing() instanceof Standing.Refused)) {
                return;
            }
        }
        throw new AssertionError("No answer to " + question + " leads on");
    }

    private void bring(UUID id, String requirement) {
        Case about = seen(id);
        var kept = TestCity.get(Wallet.class).handIn(agent, interview.walletOwner(about),
                String.valueOf(interview.planOf(about).requirement(requirement).document()), requirement + ".png",
                new ByteArrayInputStream(picture()), id);
        assertThat(kept).isInstanceOf(HandedIn.Kept.class);
        desk.perform(agent, TestCity.get(BringEvidence.class), new BringEvidence.Request(id, requirement, BringEvidence.Kind.DOCUMENT,
                ((HandedIn.Kept) kept).id().value()));
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            javax.imageio.ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sample(org.fourportals.catalogue.AffairPlan.Field field) {
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
}
