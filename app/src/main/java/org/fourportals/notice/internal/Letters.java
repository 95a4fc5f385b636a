package org.fourportals.notice.internal;

import java.util.Optional;
import java.util.UUID;

import org.fourportals.identity.SubjectVault;
import org.fourportals.notice.Channel;
import org.fourportals.notice.Choices;
import org.fourportals.notice.Notice;
import org.fourportals.notice.Sending;
import org.fourportals.notice.NoticeWords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes notices out in the language their recipients chose, at the moment they leave. */
@Component
public class Letters {

    private final NoticeStore notices;
    private final ChoiceStore choices;
    private final NoticeWords wording;
    private final String address;

    Letters(NoticeStore notices, ChoiceStore choices, NoticeWords wording, @Value("${fourportals.public-urls:}") String addresses) {
        this.notices = notices;
        this.choices = choices;
        this.wording = wording;
        String first = addresses.split(",", 2)[0].strip();
        this.address = first.isEmpty() ? "http://localhost:8080" : first.replaceAll("/+$", "");
    }

    /** Under which people reach the city, without a slash at the end. */
    String address() {
        return address;
    }

    /** Empty if the notice is gone, or what it says was erased. */
    Optional<Notice> find(UUID notice) {
        try {
            return notices.find(notice);
        } catch (SubjectVault.ErasedException erased) {
            return Optional.empty();
        }
    }

    Optional<Letter> write(Sending sending) {
        return find(sending.notice()).map(notice -> {
            Choices chosen = choices.find(notice.recipient()).orElse(Choices.NONE);
            String portal = sending.channel() == Channel.MAIL ? "" : "/m";
            return new Letter(sending.id(), notice.recipient(), chosen, wording.title(notice.kind(), notice.words(), chosen.language()),
                    wording.text(notice.kind(), notice.words(), chosen.language()), address + portal + notice.path());
        });
    }
}
