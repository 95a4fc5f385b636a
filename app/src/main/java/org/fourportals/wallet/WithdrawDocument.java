package org.fourportals.wallet;

import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.springframework.stereotype.Component;

/**
 * Takes a document out of its owner's wallet: it is offered to no later affair. Cases that rest on it keep it. Refuses
 * {@link WithdrawDocument.NoSuchDocument} where the owner has none of this id or withdrew it before. That the actor may act for the owner
 * is checked by the caller.
 */
@Component
public final class WithdrawDocument implements Operation<WithdrawDocument.Request, WithdrawDocument.Result> {

    private final Wallet wallet;

    WithdrawDocument(Wallet wallet) {
        this.wallet = wallet;
    }

    public record Request(Subject owner, DocumentId document) {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    public record Withdrawn() implements Result {
    }

    public record NoSuchDocument() implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        return wallet.withdraw(request.owner(), request.document()) ? new Withdrawn() : new NoSuchDocument();
    }
}
