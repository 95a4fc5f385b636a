package org.fourportals.notice.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.fourportals.base.CityTime;
import org.fourportals.notice.Channel;
import org.fourportals.notice.Choices;
import org.fourportals.notice.Sending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Empties the queues. What is taken is leased, sent outside any transaction, and settled with its proof; a node that dies in between leaves the lease
 * to run out, and the same letter goes again under the same id. What is refused, or was tried in vain too often, goes by the next channel.
 */
@Component
public class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int AT_ONCE = 16;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final SendingStore sendings;
    private final Letters letters;
    private final List<Carrier> carriers;
    private final Settling settling;
    private final CityTime time;
    private final Set<Channel> busy = ConcurrentHashMap.newKeySet();

    Sender(SendingStore sendings, Letters letters, List<Carrier> carriers, Settling settling, CityTime time) {
        this.sendings = sendings;
        this.letters = letters;
        this.carriers = carriers;
        this.settling = settling;
        this.time = time;
    }

    /** Sets every channel going that is not, each in a thread of its own: one that hangs holds up no other. Returns at once. */
    public void wake() {
        for (Carrier carrier : carriers) {
            if (busy.add(carrier.channel())) {
                Thread.ofVirtual().name("notices by " + carrier.channel()).start(() -> {
                    try {
                        empty(carrier);
                    } catch (RuntimeException e) {
                        LOG.error("The queue of {} could not be emptied", carrier.channel(), e);
                    } finally {
                        busy.remove(carrier.channel());
                    }
                });
            }
        }
    }

    /** Sends all that is due by every channel, and returns when it is settled. */
    public void empty() {
        carriers.forEach(this::empty);
    }

    private void empty(Carrier carrier) {
        List<Sending> taken;
        do {
            taken = sendings.take(carrier.channel(), time.now(), time.now().plus(LEASE), AT_ONCE);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                taken.forEach(sending -> threads.execute(() -> send(carrier, sending)));
            }
        } while (!taken.isEmpty());
    }

    private void send(Carrier carrier, Sending sending) {
        try {
            settling.settle(sending, carry(carrier, sending));
        } catch (RuntimeException e) {
            LOG.error("Notice {} could not be sent by {}; it will be tried again", sending.notice(), sending.channel(), e);
        }
    }

    private Carrier.Answer carry(Carrier carrier, Sending sending) {
        Optional<Letter> letter = letters.write(sending);
        if (letter.isEmpty()) {
            return new Carrier.Refused("the notice or its recipient's data are gone");
        }
        Choices now = letter.get().choices();
        return now.channels().contains(sending.channel()) && carrier.reaches(letter.get().recipient(), now) ? carrier.carry(letter.get())
                : new Carrier.Refused("no longer wanted by this channel, or no address");
    }
}
