package org.fourportals.portal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fourportals.base.Language;
import org.fourportals.notice.Channel;
import org.fourportals.notice.Choices;
import org.fourportals.notice.ChooseChannels;
import org.springframework.util.MultiValueMap;

/** How somebody wants to be told, as typed. */
public record ChannelForm(String language, List<String> channels, String first, String mail, String phone) {

    private static final int LONGEST = 300;

    static ChannelForm of(Choices chosen) {
        return new ChannelForm(chosen.language().name(), chosen.channels().stream().map(Channel::name).toList(),
                chosen.channels().isEmpty() ? "" : chosen.channels().getFirst().name(), chosen.mail(), chosen.phone());
    }

    static ChannelForm of(MultiValueMap<String, String> typed) {
        return new ChannelForm(one(typed, "language"), typed.getOrDefault("channel", List.of()), one(typed, "first"), one(typed, "mail"), one(typed, "phone"));
    }

    private static String one(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.substring(0, Math.min(LONGEST, value.length()));
    }

    /** What is not known is not chosen; the one to be tried first goes first. */
    ChooseChannels.Request request() {
        List<Channel> chosen = new ArrayList<>(Arrays.stream(Channel.values()).filter(channel -> channels.contains(channel.name())).toList());
        chosen.stream().filter(channel -> channel.name().equals(first)).findFirst().ifPresent(wanted -> {
            chosen.remove(wanted);
            chosen.addFirst(wanted);
        });
        return new ChooseChannels.Request(language.equals(Language.EN.name()) ? Language.EN : Language.ZH, chosen, mail, phone);
    }
}
