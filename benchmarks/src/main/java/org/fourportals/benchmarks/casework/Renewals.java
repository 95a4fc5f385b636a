package org.fourportals.benchmarks.casework;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageIO;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.casework.AnswerQuestion;
import org.fourportals.casework.BringEvidence;
import org.fourportals.casework.Case;
import org.fourportals.casework.Cases;
import org.fourportals.casework.ChooseSubject;
import org.fourportals.casework.DraftOutcome;
import org.fourportals.casework.FillForm;
import org.fourportals.casework.Interview;
import org.fourportals.casework.Progress;
import org.fourportals.casework.StartDraft;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Standing;
import org.fourportals.demo.DemoAccess;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Account;
import org.fourportals.identity.Accounts;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Pool;
import org.fourportals.pool.Value;
import org.fourportals.wallet.HandedIn;
import org.fourportals.wallet.Wallet;

/**
 * Drafts of food licences to be renewed, complete but for being handed in. The legal representatives of many companies each fill one in through
 * the desk as a person would; of these as many copies are made as are needed, a few for each company.
 */
final class Renewals {

    private static final String AFFAIR = "food-business-licence";
    private static final byte[] PAPER = picture();

    /** A draft and who hands it in. */
    record Draft(UUID id, Actor agent) {
    }

    private final City city;
    private final Desk desk;
    private final Interview interview;
    private final List<Draft> models = new ArrayList<>();
    private final Queue<Draft> ready = new ConcurrentLinkedQueue<>();

    Renewals(City city, int agents) {
        this.city = city;
        this.desk = city.get(Desk.class);
        this.interview = city.get(Interview.class);
        for (Subject person : legalRepresentatives()) {
            if (models.size() == agents) {
                break;
            }
            Actor agent = new Actor.Resident(person, "代表", Portal.WEB, null);
            UUID draft = fillIn(agent);
            if (draft != null) {
                models.add(new Draft(draft, agent));
                if (city.get(Accounts.class).findBySubject(person).isEmpty()) {
                    city.get(Accounts.class).register(Account.resident("agent-" + models.size(), new Text("代表", "Agent"), person), DemoAccess.PASSWORD, null);
                }
            }
        }
        if (models.isEmpty()) {
            throw new IllegalStateException("Nobody in the demo city can renew a food licence");
        }
    }

    private List<Subject> legalRepresentatives() {
        Pool pool = city.get(Pool.class);
        Set<Subject> found = new LinkedHashSet<>();
        pool.scan(record -> {
            if (record.dataset().equals("business-register") && record.fields().get("legalRepresentativeId") instanceof Value.Text(var number)) {
                pool.subjectOf(Identifier.residentId(number)).ifPresent(id -> found.add(new Subject(id.number())));
            }
        });
        return List.copyOf(found);
    }

    int companies() {
        return models.size();
    }

    /** One that nobody else gets. */
    Draft next() {
        Draft draft = ready.poll();
        if (draft == null) {
            throw new IllegalStateException("More cases were led than were prepared");
        }
        return draft;
    }

    /** How many bytes a sealed application takes. */
    int contentLength() {
        return city.sql().sql("select length(content) from casework.cases where id = :id").param("id", models.getFirst().id()).query(Integer.class).single();
    }

    /** Makes copies until so many are ready. */
    void prepare(int cases) {
        int each = (Math.max(0, cases - ready.size()) + models.size() - 1) / models.size();
        List<Draft> copies = new ArrayList<>();
        for (Draft model : models) {
            city.sql().sql("""
                    with copies as (insert into casework.cases (id, affair, affair_version, state, sealed_for, subject, applicant, representative, portal, centre,
                        content, created_at, updated_at)
                    select gen_random_uuid(), affair, affair_version, state, sealed_for, subject, applicant, representative, portal, centre, content, created_at, updated_at
                    from casework.cases, generate_series(1, :each) where id = :model returning id)
                    insert into casework.events (case_id, number, at, type, actor, actor_name, department, portal, detail)
                    select copies.id, number, at, type, actor, actor_name, department, portal, detail from copies, casework.events where case_id = :model
                    returning case_id
                    """).param("each", each).param("model", model.id()).query(UUID.class).list().stream().distinct()
                    .forEach(id -> copies.add(new Draft(id, model.agent())));
        }
        Collections.shuffle(copies, new Random(1));
        ready.addAll(copies);
    }

    private UUID fillIn(Actor agent) {
        var started = (StartDraft.DraftStarted) desk.perform(agent, city.get(StartDraft.class), new StartDraft.Request(AFFAIR, true));
        UUID id = started.caseId();
        var choose = city.get(ChooseSubject.class);
        var candidates = choose.candidates(agent, seen(agent, id));
        if (candidates.isEmpty()) {
            return null;
        }
        desk.perform(agent, choose, new ChooseSubject.Request(id, candidates.getFirst().subject()));
        desk.perform(agent, city.get(AnswerQuestion.class), new AnswerQuestion.Request(id, "application", List.of("renewal")));
        while (interview.progress(seen(agent, id)).standing() instanceof Standing.Asking asking) {
            if (!answer(agent, id, asking.next())) {
                return null;
            }
        }
        bringAll(agent, id);
        fill(agent, id);
        return interview.progress(seen(agent, id)).isComplete() ? id : null;
    }

    private boolean answer(Actor agent, UUID id, Question question) {
        List<String> options = switch (question.kind()) {
            case YES_NO -> List.of("no", "yes");
            case CHOICE, SEVERAL_OF -> question.answers();
            case NUMBER, MONEY -> List.of(String.valueOf(question.min()));
            case DATE -> List.of("2026-01-01");
            case REPEATED -> List.of();
        };
        for (String option : options) {
            var outcome = desk.perform(agent, city.get(AnswerQuestion.class), new AnswerQuestion.Request(id, question.id(), List.of(option)));
            if (outcome instanceof DraftOutcome.Saved && !(interview.progress(seen(agent, id)).standing() instanceof Standing.Refused)) {
                return true;
            }
        }
        return false;
    }

    private void bringAll(Actor agent, UUID id) {
        for (AffairPlan.Requirement missing : interview.progress(seen(agent, id)).missing()) {
            Case about = seen(agent, id);
            var kept = city.get(Wallet.class).handIn(agent, interview.walletOwner(about), String.valueOf(missing.document()), missing.id() + ".png",
                    new ByteArrayInputStream(PAPER), id);
            if (kept instanceof HandedIn.Kept paper) {
                desk.perform(agent, city.get(BringEvidence.class),
                        new BringEvidence.Request(id, missing.id(), BringEvidence.Kind.DOCUMENT, paper.id().value()));
            } else {
                desk.perform(agent, city.get(BringEvidence.class), new BringEvidence.Request(id, missing.id(), BringEvidence.Kind.DECLARATION, null));
            }
        }
    }

    private void fill(Actor agent, UUID id) {
        Map<String, String> values = new HashMap<>();
        for (Progress.FieldLine line : interview.progress(seen(agent, id)).problems()) {
            values.put(line.field().id(), sample(line.field()));
        }
        desk.perform(agent, city.get(FillForm.class), new FillForm.Request(id, values));
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sample(AffairPlan.Field field) {
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

    private Case seen(Actor agent, UUID id) {
        return city.get(Cases.class).find(agent, id).orElseThrow();
    }
}
