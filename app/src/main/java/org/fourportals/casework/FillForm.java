package org.fourportals.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.catalogue.AffairPlan;
import org.springframework.stereotype.Component;

/**
 * Keeps what was typed into the form, right or wrong, so that nothing is lost; what is wrong is said by {@link Progress#problems}. Only
 * values beyond any sense (over 4,000 characters, over a field's number) are refused as {@link DraftOutcome.NotAnAnswer}.
 */
@Component
public final class FillForm implements Operation<FillForm.Request, DraftOutcome> {

    private static final int LONGEST = 4_000;

    private final Drafts drafts;
    private final Interview interview;

    FillForm(Drafts drafts, Interview interview) {
        this.drafts = drafts;
        this.interview = interview;
    }

    /**
     * @param values by field; fields not named keep their value, unknown ones are ignored
     */
    public record Request(UUID caseId, Map<String, String> values) {
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
        return drafts.change(actor, request.caseId(), "form", draft -> filled(draft, request.values()));
    }

    private Optional<Case> filled(Case draft, Map<String, String> values) {
        Map<String, String> form = new LinkedHashMap<>(draft.content().form());
        for (AffairPlan.Field field : interview.planOf(draft).fields()) {
            String value = values.get(field.id());
            if (value != null && value.length() > LONGEST) {
                return Optional.empty();
            }
            if (value != null) {
                form.put(field.id(), FormCheck.tidy(field, value));
            }
        }
        return Optional.of(draft.with(draft.content().withForm(form)));
    }
}
