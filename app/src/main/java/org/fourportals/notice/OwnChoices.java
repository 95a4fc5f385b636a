package org.fourportals.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.fourportals.base.Subject;
import org.fourportals.notice.internal.Carrier;
import org.fourportals.notice.internal.ChoiceStore;
import org.fourportals.notice.internal.PushKey;
import org.springframework.stereotype.Component;

/** How somebody wants to be told, and what the city offers. */
@Component
public class OwnChoices {

    private final ChoiceStore store;
    private final List<Carrier> carriers;
    private final PushKey pushKey;

    OwnChoices(ChoiceStore store, List<Carrier> carriers, PushKey pushKey) {
        this.store = store;
        this.carriers = carriers;
        this.pushKey = pushKey;
    }

    /** Empty if she has not chosen yet. */
    public Optional<Choices> find(Subject subject) {
        return store.find(subject);
    }

    /** What a browser is given to allow messages of this city. */
    public String pushKey() {
        return pushKey.publicHalf();
    }

    /** The channels that this city has set up. */
    public List<Channel> offered() {
        return Arrays.stream(Channel.values()).filter(channel -> carriers.stream().anyMatch(carrier -> carrier.channel() == channel && carrier.isSet())).toList();
    }
}
