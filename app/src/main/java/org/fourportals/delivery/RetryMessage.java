package org.fourportals.delivery;

import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.delivery.internal.MessageStore;
import org.springframework.stereotype.Component;

/** What the carrier refused is told again, after somebody spoke with it. Refuses {@link NotRefused}. */
@Component
public final class RetryMessage implements Operation<RetryMessage.Request, RetryMessage.Outcome> {

    private final MessageStore messages;
    private final CityTime time;

    RetryMessage(MessageStore messages, CityTime time) {
        this.messages = messages;
        this.time = time;
    }

    public record Request(UUID message) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Again() implements Outcome {
    }

    public record NotRefused() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.CLERK, Role.OPERATOR);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        return messages.again(request.message(), time.now()) ? new Again() : new NotRefused();
    }
}
