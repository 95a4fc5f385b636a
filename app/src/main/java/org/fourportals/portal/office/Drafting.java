package org.fourportals.portal.office;

import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.catalogue.DismissDraft;
import org.fourportals.catalogue.EditOutcome;
import org.fourportals.catalogue.PublishDraft;
import org.fourportals.catalogue.RollBack;
import org.fourportals.catalogue.SaveDraft;
import org.fourportals.catalogue.WithdrawEdition;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/** What an editor can do with an affair's text, each act once through the desk. */
@Component("office.Drafting")
class Drafting {

    private final Desk desk;
    private final SaveDraft save;
    private final PublishDraft publish;
    private final DismissDraft dismiss;
    private final RollBack rollBack;
    private final WithdrawEdition withdraw;

    Drafting(Desk desk, SaveDraft save, PublishDraft publish, DismissDraft dismiss, RollBack rollBack, WithdrawEdition withdraw) {
        this.desk = desk;
        this.save = save;
        this.publish = publish;
        this.dismiss = dismiss;
        this.rollBack = rollBack;
        this.withdraw = withdraw;
    }

    EditOutcome save(Actor actor, SaveDraft.Request request, UUID key) {
        return desk.perform(actor, save, request, key);
    }

    EditOutcome publish(Actor actor, PublishDraft.Request request, UUID key) {
        return desk.perform(actor, publish, request, key);
    }

    EditOutcome dismiss(Actor actor, DismissDraft.Request request, UUID key) {
        return desk.perform(actor, dismiss, request, key);
    }

    EditOutcome rollBack(Actor actor, RollBack.Request request, UUID key) {
        return desk.perform(actor, rollBack, request, key);
    }

    EditOutcome withdraw(Actor actor, long number, UUID key) {
        return desk.perform(actor, withdraw, new WithdrawEdition.Request(number), key);
    }
}
