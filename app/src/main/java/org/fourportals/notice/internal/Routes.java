package org.fourportals.notice.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.base.Uuid7;
import org.fourportals.notice.Channel;
import org.fourportals.notice.Choices;
import org.fourportals.notice.Notice;
import org.fourportals.notice.Sending;
import org.springframework.stereotype.Component;

/** By which channel a notice goes first, and by which after a failure: as its recipient chose, each once. */
@Component
public class Routes {

    private final ChoiceStore choices;
    private final SendingStore sendings;
    private final Letters letters;
    private final List<Carrier> carriers;
    private final CityTime time;

    Routes(ChoiceStore choices, SendingStore sendings, Letters letters, List<Carrier> carriers, CityTime time) {
        this.choices = choices;
        this.sendings = sendings;
        this.letters = letters;
        this.carriers = carriers;
        this.time = time;
    }

    /** The same for a notice that may be gone. */
    void forward(UUID notice) {
        letters.find(notice).ifPresent(this::forward);
    }

    /** Puts the notice into the queue of the next channel, if there is one left by which the recipient can be reached. */
    public void forward(Notice notice) {
        Choices chosen = choices.find(notice.recipient()).orElse(Choices.NONE);
        Set<Channel> tried = sendings.channelsOf(notice.id());
        chosen.channels().stream().filter(channel -> !tried.contains(channel)).filter(channel -> carriers.stream()
                        .anyMatch(carrier -> carrier.channel() == channel && carrier.reaches(notice.recipient(), chosen))).findFirst()
                .ifPresent(channel -> sendings.insert(new Sending(Uuid7.next(time.clock()), notice.id(), channel, Sending.State.WAITING, 0, time.now(), time.now())));
    }
}
