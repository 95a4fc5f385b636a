package org.fourportals.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.springframework.stereotype.Component;

/**
 * A resident, or a company through its legal representative, lets another resident act for her. Refuses {@link GiveMandate.NoSuchAgent},
 * {@link GiveMandate.ToOneself} and {@link GiveMandate.NoPeriod}. Whether the resident may speak for the principal is checked by the caller
 * through the registers (room `representation`) before it asks.
 */
@Component
public final class GiveMandate implements Operation<GiveMandate.Request, GiveMandate.Given> {

    private static final int LONGEST_YEARS = 3;

    private final Accounts accounts;
    private final Mandates mandates;
    private final SubjectVault vault;
    private final CityTime time;

    GiveMandate(Accounts accounts, Mandates mandates, SubjectVault vault, CityTime time) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.vault = vault;
        this.time = time;
    }

    /**
     * @param agentCard the agent's identity number
     * @param agentName as its holder's name is written; both must agree, so that a slip of a digit finds nobody
     */
    public record Request(Subject principal, String principalName, String agentCard, String agentName, List<String> affairs,
            LocalDate until) {
    }

    /** What became of it. */
    public sealed interface Given {
    }

    public record MandateGiven(UUID id) implements Given {
    }

    /** Nobody registered has this number and name. */
    public record NoSuchAgent() implements Given, Refusal {
    }

    public record ToOneself() implements Given, Refusal {
    }

    /** The last day is past, or more than three years away. */
    public record NoPeriod(LocalDate latest) implements Given, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT);
    }

    @Override
    public Class<Given> results() {
        return Given.class;
    }

    @Override
    public Given perform(Actor actor, Request request) {
        LocalDate today = time.today();
        if (request.until().isBefore(today) || request.until().isAfter(today.plusYears(LONGEST_YEARS))) {
            return new NoPeriod(today.plusYears(LONGEST_YEARS));
        }
        Optional<Account> agent = accounts.findByCard(vault.blindIndex("resident-id", request.agentCard()))
                .map(Accounts.CardHolder::account)
                .filter(account -> account.name().zh().equals(request.agentName().strip())
                        || account.name().en().equalsIgnoreCase(request.agentName().strip()));
        if (agent.isEmpty()) {
            return new NoSuchAgent();
        }
        Subject agentSubject = java.util.Objects.requireNonNull(agent.get().subject(), "card holders are residents");
        if (agentSubject.equals(request.principal()) || actor.id().equals("resident:" + agentSubject.number())) {
            return new ToOneself();
        }
        UUID id = Uuid7.next(time.clock());
        mandates.insert(new Mandate(id, request.principal(), request.principalName(), agentSubject, agent.get().name().zh(),
                request.affairs(), today, request.until(), time.now(), null));
        return new MandateGiven(id);
    }
}
