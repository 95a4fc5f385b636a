package org.fourportals.notice;

import java.util.List;

import org.fourportals.base.Language;

/**
 * How somebody wants to be told.
 *
 * @param channels in the order in which they are tried; the next one only after a failure. Empty for the inbox alone
 * @param mail     empty if she gave none
 * @param phone    in international form, {@code +8613800000000}; empty if she gave none
 */
public record Choices(Language language, List<Channel> channels, String mail, String phone) {

    public static final Choices NONE = new Choices(Language.ZH, List.of(), "", "");

    public Choices {
        channels = List.copyOf(channels);
    }
}
