package org.fourportals.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.fourportals.base.CityTime;
import org.fourportals.notice.Sending;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes what a try came to, with its proof: taken, to be tried again, or failed and on to the next channel; all in one transaction. */
@Component
public class Settling {

    /** How long to wait after each try in vain; after the last there is none. */
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    private final SendingStore sendings;
    private final Routes routes;
    private final Receipts receipts;
    private final CityTime time;
    private final TransactionTemplate transaction;

    Settling(SendingStore sendings, Routes routes, Receipts receipts, CityTime time, PlatformTransactionManager transactions) {
        this.sendings = sendings;
        this.routes = routes;
        this.receipts = receipts;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Changes nothing but the proofs where the lease ran out meanwhile and somebody else has taken it. */
    void settle(Sending sending, Carrier.Answer answer) {
        Instant now = time.now();
        transaction.executeWithoutResult(status -> {
            boolean mine = switch (answer) {
                case Carrier.Taken taken -> sendings.settle(sending, Sending.State.SENT, now, taken.outsideId());
                case Carrier.Later _ when sending.tries() <= WAITS.size() ->
                        sendings.settle(sending, Sending.State.WAITING, now.plus(WAITS.get(sending.tries() - 1)), null);
                case Carrier.Later _, Carrier.Refused _ -> fail(sending, now);
            };
            sendings.prove(sending.id(), now, mine ? outcome(answer) : outcome(answer) + ", late", answer.said());
            if (mine && answer instanceof Carrier.Taken taken && taken.outsideId() != null) {
                receipts.noted(sending.channel(), taken.outsideId());
            }
        });
    }

    private boolean fail(Sending sending, Instant now) {
        boolean mine = sendings.settle(sending, Sending.State.FAILED, now, null);
        if (mine) {
            routes.forward(sending.notice());
        }
        return mine;
    }

    private static String outcome(Carrier.Answer answer) {
        return switch (answer) {
            case Carrier.Taken _ -> "taken";
            case Carrier.Later _ -> "later";
            case Carrier.Refused _ -> "refused";
        };
    }
}
