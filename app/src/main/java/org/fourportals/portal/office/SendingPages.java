package org.fourportals.portal.office;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.notice.Channel;
import org.fourportals.notice.OwnChoices;
import org.fourportals.notice.RetrySending;
import org.fourportals.notice.Sending;
import org.fourportals.notice.Sendings;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Table;
import org.fourportals.portal.kit.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notices on their way, for those who run the house: what waits, what arrived, what failed and why, and a way to try again. */
@Controller("office.SendingPages")
@MayCall(Role.OPERATOR)
class SendingPages {

    private static final int SHOWN = 100;

    private final Sendings sendings;
    private final OwnChoices choices;
    private final RetrySending retrySending;
    private final Desk desk;

    SendingPages(Sendings sendings, OwnChoices choices, RetrySending retrySending, Desk desk) {
        this.sendings = sendings;
        this.choices = choices;
        this.retrySending = retrySending;
        this.desk = desk;
    }

    @GetMapping("/office/notices")
    String list(Page page, Model model) {
        Map<String, Integer> counts = sendings.counts();
        List<Channel> offered = choices.offered();
        model.addAttribute("counts", Table.of(page.t("notice.office.counts"), List.of(Table.words(page.t("notice.office.channel")), Table.words(page.t("notice.office.set")),
                Table.numbers(page.t("notice.state.waiting")), Table.numbers(page.t("notice.state.sent")), Table.numbers(page.t("notice.state.delivered")),
                Table.numbers(page.t("notice.state.failed"))), Arrays.stream(Channel.values()).map(channel -> row(page, channel, offered, counts)).toList()));
        List<SendingLine> lines = sendings.troubles(SHOWN).stream().map(trouble -> line(page, trouble)).toList();
        model.addAttribute("troubles", lines);
        model.addAttribute("retry", lines.stream().anyMatch(line -> line.retryUrl() != null));
        return "office/notices";
    }

    private static List<Cell> row(Page page, Channel channel, List<Channel> offered, Map<String, Integer> counts) {
        boolean set = offered.contains(channel);
        return List.of(Cell.of(page.t("notice.channel." + channel.key())), Cell.status(new Tag(page.t(set ? "notice.office.set.yes" : "notice.office.set.no"),
                set ? Tag.Tone.GOOD : Tag.Tone.QUIET)), count(counts, channel, Sending.State.WAITING), count(counts, channel, Sending.State.SENT),
                count(counts, channel, Sending.State.DELIVERED), count(counts, channel, Sending.State.FAILED));
    }

    private static Cell count(Map<String, Integer> counts, Channel channel, Sending.State state) {
        return Cell.of(counts.getOrDefault(channel + " " + state, 0));
    }

    private static SendingLine line(Page page, Sendings.Trouble trouble) {
        Sending sending = trouble.sending();
        boolean failed = sending.state() == Sending.State.FAILED;
        Tag state = !failed ? new Tag(page.t("notice.office.again-at", page.dateTime(sending.dueAt())), Tag.Tone.BUSY)
                : new Tag(page.t(trouble.otherwise() ? "notice.office.otherwise" : "notice.state.failed"), trouble.otherwise() ? Tag.Tone.QUIET : Tag.Tone.BAD);
        return new SendingLine(page.dateTime(sending.begunAt()), page.t("notice.channel." + sending.channel().key()), state, sending.tries(), trouble.said(),
                failed && !trouble.otherwise() ? page.url("/notices/" + sending.id() + "/retry") : null);
    }

    @PostMapping("/office/notices/{id}/retry")
    String retry(Page page, Actor actor, @PathVariable String id, RedirectAttributes next) {
        try {
            return retry(page, actor, new RetrySending.Request(UUID.fromString(id)), next);
        } catch (IllegalArgumentException notOne) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @PostMapping("/office/notices/retry")
    String retryAll(Page page, Actor actor, RedirectAttributes next) {
        return retry(page, actor, new RetrySending.Request(null), next);
    }

    private String retry(Page page, Actor actor, RetrySending.Request request, RedirectAttributes next) {
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (desk.perform(actor, retrySending, request)) {
            case RetrySending.Again(int number) -> Flash.done("notice.office.again", Integer.toString(number));
            case RetrySending.NothingToRetry() -> Flash.notice("notice.office.nothing");
        });
        return "redirect:" + page.url("/notices");
    }
}
