package org.fourportals.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.casework.CaseContent.Given;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.condition.Answer;
import org.springframework.stereotype.Component;

/**
 * Keeps an answer; one given before to the same question is replaced, answers that no longer apply rest until they do again. Refuses
 * {@link DraftOutcome.NotAnAnswer} for what the question does not admit and for answers that cannot occur together.
 */
@Component
public final class AnswerQuestion implements Operation<AnswerQuestion.Request, DraftOutcome> {

    private final Drafts drafts;
    private final Interview interview;
    private final CityTime time;

    AnswerQuestion(Drafts drafts, Interview interview, CityTime time) {
        this.drafts = drafts;
        this.interview = interview;
        this.time = time;
    }

    /**
     * @param values as {@link AnswerText} reads them; several for a several-of question, none of them being an answer too
     */
    public record Request(UUID caseId, String question, List<String> values) {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.VISITOR, Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<DraftOutcome> results() {
        return DraftOutcome.class;
    }

    @Override
    public DraftOutcome perform(Actor actor, Request request) {
        return drafts.change(actor, request.caseId(), request.question(), draft -> answered(draft, request));
    }

    private Optional<Case> answered(Case draft, Request request) {
        AffairPlan plan = interview.planOf(draft);
        Optional<AffairPlan.Asked> question = plan.questions().stream().filter(q -> q.id().equals(request.question())).findFirst();
        return question.flatMap(q -> AnswerText.read(q, request.values()))
                .filter(answer -> plan.rules().invalid(Facts.none().with(request.question(), answer)).isEmpty())
                .map(answer -> kept(draft, request.question(), answer))
                .filter(kept -> !(plan.rules().standing(interview.facts(plan, kept.content()), time.today())
                        instanceof Standing.Impossible));
    }

    private static Case kept(Case draft, String question, Answer answer) {
        Map<String, Given> answers = new LinkedHashMap<>(draft.content().answers());
        answers.put(question, new Given(AnswerText.write(answer), Given.RESIDENT));
        return draft.with(draft.content().withAnswers(answers));
    }
}
