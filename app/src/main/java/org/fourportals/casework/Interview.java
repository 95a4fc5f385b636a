package org.fourportals.casework;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.casework.CaseContent.Given;
import org.fourportals.casework.Progress.AtHand;
import org.fourportals.casework.internal.PoolReading;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.About;
import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.PoolFacts;
import org.fourportals.catalogue.PoolRecords;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.wallet.Document;
import org.fourportals.wallet.Wallet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out, from what a case holds, where its interview stands and what is still to be brought. Reads nothing of the pool itself. */
@Component
public class Interview {

    private static final Duration FRESH = Duration.ofHours(6);

    private final Catalogue catalogue;
    private final PoolReading pool;
    private final Wallet wallet;
    private final CityTime time;

    Interview(Catalogue catalogue, PoolReading pool, Wallet wallet, CityTime time) {
        this.catalogue = catalogue;
        this.pool = pool;
        this.wallet = wallet;
        this.time = time;
    }

    public AffairPlan planOf(Case about) {
        return catalogue.plan(about.affair(), about.affairVersion());
    }

    public Progress progress(Case about) {
        AffairPlan plan = planOf(about);
        Facts facts = facts(plan, about.content());
        Standing standing = plan.rules().standing(facts, time.today());
        List<Progress.AnsweredQuestion> asked = plan.questions().stream().filter(q -> facts.knows(q.id()))
                .map(q -> answered(q, about.content().answers().get(q.id()))).toList();
        if (!(standing instanceof Standing.Listed listed)) {
            return new Progress(about, plan, facts, standing, asked, List.of(), List.of());
        }
        List<Progress.Line> checklist = listed.requirements().stream().map(plan::requirement)
                .map(r -> new Progress.Line(r, atHand(about, r))).toList();
        return new Progress(about, plan, facts, standing, asked, checklist, form(about, plan, facts));
    }

    /** Whether a draft lay for so long, or its affair changed meanwhile, that it should be refreshed before somebody goes on with it. */
    public boolean isStale(Case draft) {
        boolean old = draft.content().readAt() != null && draft.content().readAt().isBefore(time.now().minus(FRESH));
        return old || catalogue.findPlan(draft.affair()).filter(plan -> !plan.version().equals(draft.affairVersion())).isPresent();
    }

    /** The facts the case holds, without those that no longer apply. */
    Facts facts(AffairPlan plan, CaseContent content) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (AffairPlan.Asked question : plan.questions()) {
            Given given = content.answers().get(question.id());
            if (given != null) {
                AnswerText.read(question, List.of(given.answer())).ifPresent(answer -> answers.put(question.id(), answer));
            }
        }
        return plan.rules().normalise(Facts.of(answers), time.today());
    }

    private static Progress.AnsweredQuestion answered(AffairPlan.Asked question, Given given) {
        return new Progress.AnsweredQuestion(question, given.answer(), given.isFromPool() ? given.source() : null);
    }

    private AtHand atHand(Case about, AffairPlan.Requirement requirement) {
        CaseContent.Evidence brought = about.content().evidence().get(requirement.id());
        if (brought != null) {
            return switch (brought.kind()) {
                case "declaration" -> new AtHand.Declared();
                case "original" -> new AtHand.Seen();
                default -> new AtHand.Document(java.util.Objects.requireNonNull(brought.document()),
                        String.valueOf(brought.fileName()), String.valueOf(brought.sha256()), false);
            };
        }
        PoolRecords records = pool.records(about.content());
        List<Evidence> ways = new ArrayList<>();
        for (Evidence way : requirement.evidence()) {
            switch (way) {
                case Evidence.Pool inPool -> {
                    if (PoolFacts.evidence(inPool, records, time.today()) instanceof PoolFacts.Proof.Present present) {
                        return new AtHand.Pool(present.dataset());
                    }
                }
                case Evidence.Wallet kept -> {
                    var document = walletOwner(about) == null ? Optional.<Document>empty()
                            : wallet.findNewest(walletOwner(about), String.valueOf(requirement.document()));
                    if (document.isPresent()) {
                        return new AtHand.Document(document.get().id().value(), document.get().fileName(), document.get().sha256(), true);
                    }
                }
                case Evidence.Upload upload -> ways.add(upload);
                case Evidence.Declaration declaration -> ways.add(declaration);
                case Evidence.Original original -> ways.add(original);
            }
        }
        return new AtHand.Missing(ways);
    }

    /** In whose wallet its documents are: the company's for a company's case, else the applicant's; null while anonymous. */
    public @Nullable Subject walletOwner(Case about) {
        return planOf(about).about() == About.ORGANISATION ? about.subject() : about.applicant();
    }

    private List<Progress.FieldLine> form(Case about, AffairPlan plan, Facts facts) {
        return plan.fields().stream().filter(f -> applies(f, plan, facts)).map(f -> fieldLine(about, f)).toList();
    }

    /** Whether the case's circumstance passes through a stage of its procedure. */
    public boolean needs(Case about, AffairPlan.Stage stage) {
        AffairPlan plan = planOf(about);
        return stage.when() == null || plan.rules().evaluate(Section.OTHER, stage.when(), facts(plan, about.content()), day(about)).isMet();
    }

    /** The day on which the case's facts were fixed. */
    private LocalDate day(Case about) {
        return about.submittedAt() == null ? time.today() : time.dayOf(about.submittedAt());
    }

    private boolean applies(AffairPlan.Field field, AffairPlan plan, Facts facts) {
        return field.when() == null || plan.rules().evaluate(Section.OTHER, field.when(), facts, time.today()).isMet();
    }

    private Progress.FieldLine fieldLine(Case about, AffairPlan.Field field) {
        String typed = about.content().form().get(field.id());
        String filled = about.content().filled().get(field.id());
        boolean fromPool = (typed == null || typed.isBlank()) && filled != null;
        String value = fromPool ? filled : typed == null ? "" : typed;
        return new Progress.FieldLine(field, value, fromPool, fromPool ? null : FormCheck.check(field, typed, time.today()).orElse(null));
    }

    /**
     * What the registers answer otherwise than the applicant did, by question: she may be right, so her answer stands, but then somebody
     * looks at it.
     */
    public Map<String, String> contradictions(Case about) {
        Map<String, String> contradicted = new LinkedHashMap<>();
        disputes(about).forEach(dispute -> contradicted.put(dispute.question(), dispute.known()));
        return contradicted;
    }

    /** A question that the applicant answered otherwise than a data set of the city does, whose answer is `known`. */
    record Dispute(String question, String dataset, String known) {
    }

    List<Dispute> disputes(Case about) {
        AffairPlan plan = planOf(about);
        PoolRecords records = pool.records(about.content());
        List<Dispute> disputes = new ArrayList<>();
        for (AffairPlan.Asked question : plan.questions()) {
            Given given = about.content().answers().get(question.id());
            if (given != null && !given.isFromPool()) {
                PoolFacts.answer(plan, question, records, day(about))
                        .map(found -> new Dispute(question.id(), found.datasets().getFirst(), AnswerText.write(found.answer())))
                        .filter(dispute -> !dispute.known().equals(given.answer())).ifPresent(disputes::add);
            }
        }
        return disputes;
    }

    /** Whether the affair's rule lets it be decided at once in these circumstances; never where the registers say otherwise. */
    public boolean isInstant(Progress progress) {
        String instant = progress.plan().procedure().instant();
        return instant != null && progress.needsNobody() && contradictions(progress.about()).isEmpty()
                && progress.plan().rules().evaluate(Section.OTHER, instant, progress.facts(), time.today()).isMet();
    }
}
