package org.fourportals.notice;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Language;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.notice.internal.ChoiceStore;
import org.fourportals.notice.internal.PushSettings;
import org.fourportals.notice.internal.Subscription;
import org.fourportals.notice.internal.SubscriptionStore;
import org.springframework.stereotype.Component;

/**
 * A resident allows messages in the browser she uses; they come first from then on. Refuses {@link AllowPush.NoService}: only the push services that the
 * city knows are ever sent anything, as the address comes from outside.
 */
@Component
public final class AllowPush implements Operation<AllowPush.Request, AllowPush.Outcome> {

    private static final int LONGEST = 1000;
    private static final int KEY = 65;
    private static final int SECRET = 16;

    private final SubscriptionStore store;
    private final ChoiceStore choices;
    private final PushSettings settings;
    private final CityTime time;

    AllowPush(SubscriptionStore store, ChoiceStore choices, PushSettings settings, CityTime time) {
        this.store = store;
        this.choices = choices;
        this.settings = settings;
        this.time = time;
    }

    /** What the browser says of itself: address, public key and secret, the last two in base64url. */
    public record Request(String endpoint, String key, String secret, Language language) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Allowed() implements Outcome {
    }

    /** The address is no push service's, or the keys are none. */
    public record NoService() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Optional<URI> endpoint = endpoint(request.endpoint());
        if (endpoint.isEmpty() || length(request.key()) != KEY || length(request.secret()) != SECRET) {
            return new NoService();
        }
        Subject subject = ((Actor.Resident) actor).subject();
        store.keep(subject, new Subscription(endpoint.get(), request.key(), request.secret()));
        Choices before = choices.find(subject).orElse(new Choices(request.language(), List.of(), "", ""));
        if (!before.channels().contains(Channel.PUSH)) {
            List<Channel> channels = new ArrayList<>(before.channels());
            channels.addFirst(Channel.PUSH);
            choices.keep(subject, new Choices(before.language(), channels, before.mail(), before.phone()), time.now());
        }
        return new Allowed();
    }

    private Optional<URI> endpoint(String typed) {
        try {
            return typed.length() > LONGEST ? Optional.empty() : Optional.of(URI.create(typed)).filter(settings::allows);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static int length(String base64) {
        try {
            return base64.length() > LONGEST ? -1 : Base64.getUrlDecoder().decode(base64).length;
        } catch (IllegalArgumentException notOne) {
            return -1;
        }
    }
}
