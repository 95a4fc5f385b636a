package org.fourportals.notice;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Language;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.notice.internal.ChoiceStore;
import org.springframework.stereotype.Component;

/**
 * A resident says how and in which language she wants to be told. Refuses {@link ChooseChannels.WrongMail}, {@link ChooseChannels.WrongPhone} and
 * {@link ChooseChannels.AddressNeeded}.
 */
@Component
public final class ChooseChannels implements Operation<ChooseChannels.Request, ChooseChannels.Outcome> {

    /** As browsers check it, with a domain of at least two parts; no quoted names, no comments. */
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final int LONGEST_MAIL = 254;

    private final ChoiceStore store;
    private final CityTime time;

    ChooseChannels(ChoiceStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    /**
     * @param channels in the order in which they are tried
     * @param mail     as typed; empty for none
     * @param phone    as typed, spaces and hyphens allowed; a number of the mainland without its country's prefix is understood
     */
    public record Request(Language language, List<Channel> channels, String mail, String phone) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Chosen(Choices choices) implements Outcome {
    }

    public record WrongMail() implements Outcome, Refusal {
    }

    public record WrongPhone() implements Outcome, Refusal {
    }

    /** Without one there is nothing to send to. */
    public record AddressNeeded(Channel channel) implements Outcome, Refusal {
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
        String mail = request.mail().strip();
        String phone = international(request.phone());
        if (!mail.isEmpty() && (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches() || mail.contains("..") || mail.startsWith(".") || mail.contains(".@"))) {
            return new WrongMail();
        }
        if (!phone.isEmpty() && !INTERNATIONAL.matcher(phone).matches()) {
            return new WrongPhone();
        }
        if (request.channels().contains(Channel.MAIL) && mail.isEmpty()) {
            return new AddressNeeded(Channel.MAIL);
        }
        if (request.channels().contains(Channel.SMS) && phone.isEmpty()) {
            return new AddressNeeded(Channel.SMS);
        }
        var choices = new Choices(request.language(), request.channels().stream().distinct().toList(), mail, phone);
        store.keep(((Actor.Resident) actor).subject(), choices, time.now());
        return new Chosen(choices);
    }

    private static String international(String typed) {
        String digits = typed.replaceAll("[ \\-\u00a0()]", "");
        return MOBILE.matcher(digits).matches() ? "+86" + digits : digits;
    }
}
