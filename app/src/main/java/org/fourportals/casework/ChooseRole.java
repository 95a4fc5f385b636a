package org.fourportals.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.casework.CaseContent.Linked;
import org.fourportals.casework.internal.PoolReading;
import org.springframework.stereotype.Component;

/**
 * Says which of several homes, vehicles or other things of the applicant a draft is about. Refuses {@link DraftOutcome.NotAnAnswer} for one
 * to which the registers do not lead.
 */
@Component
public final class ChooseRole implements Operation<ChooseRole.Request, DraftOutcome> {

    private final Drafts drafts;
    private final Interview interview;
    private final PoolReading pool;

    ChooseRole(Drafts drafts, Interview interview, PoolReading pool) {
        this.drafts = drafts;
        this.interview = interview;
        this.pool = pool;
    }

    /** @param subject the number of the one chosen */
    public record Request(UUID caseId, String role, long subject) {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<DraftOutcome> results() {
        return DraftOutcome.class;
    }

    @Override
    public DraftOutcome perform(Actor actor, Request request) {
        return drafts.change(actor, request.caseId(), request.role(), draft -> choose(actor, draft, request));
    }

    private Optional<Case> choose(Actor actor, Case draft, Request request) {
        List<Linked> candidates = draft.content().several().getOrDefault(request.role(), List.of());
        return candidates.stream().filter(c -> c.subject() == request.subject()).findFirst().map(chosen -> {
            Map<String, Long> roles = new HashMap<>(draft.content().roles());
            Map<String, String> names = new HashMap<>(draft.content().names());
            roles.put(request.role(), chosen.subject());
            names.put(request.role(), chosen.name());
            Case about = draft.with(draft.content().withPeople(roles, names));
            return about.with(pool.read(actor, about, interview.planOf(about)));
        });
    }
}
