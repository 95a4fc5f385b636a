package org.fourportals.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.notice.Inbox;
import org.fourportals.notice.Notice;
import org.fourportals.notice.NoticeWords;
import org.fourportals.notice.ReadNotice;
import org.fourportals.notice.Sending;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A resident's inbox: what she was told, the newest first. Opening one leads to what it is about. */
@Controller
@MayCall(Role.RESIDENT)
final class NoticePages {

    private static final int A_PAGE = 20;

    private final Inbox inbox;
    private final NoticeWords wording;
    private final ReadNotice readNotice;
    private final Desk desk;

    NoticePages(Inbox inbox, NoticeWords wording, ReadNotice readNotice, Desk desk) {
        this.inbox = inbox;
        this.wording = wording;
        this.readNotice = readNotice;
        this.desk = desk;
    }

    @GetMapping({"/notices", "/m/notices", "/kiosk/notices"})
    String list(Page page, Actor actor, @RequestParam(name = "page", defaultValue = "1") String wanted, Model model) {
        Subject self = Residents.of(actor).subject();
        int total = Math.max(1, (inbox.count(self) + A_PAGE - 1) / A_PAGE);
        int current = wanted.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(wanted), 1, total) : 1;
        List<Notice> notices = inbox.listOf(self, A_PAGE, (current - 1) * A_PAGE);
        Map<UUID, List<Sending>> sendings = inbox.sendings(notices);
        model.addAttribute("notices", notices.stream().map(notice -> line(page, notice, sendings.getOrDefault(notice.id(), List.of()))).toList());
        model.addAttribute("pages", Pages.of(current, total));
        return "web/notices";
    }

    private NoticeLine line(Page page, Notice notice, List<Sending> sendings) {
        String ways = sendings.stream().map(sending -> page.t("notice.way." + sending.state().name().toLowerCase(Locale.ROOT),
                page.t("notice.channel." + sending.channel().key()))).collect(Collectors.joining(page.t("web.comma")));
        return new NoticeLine(wording.title(notice.kind(), notice.words(), page.language()), wording.text(notice.kind(), notice.words(), page.language()),
                page.dateTime(notice.at()), ways.isEmpty() ? null : ways, notice.readAt() == null, page.url("/notices/" + notice.id()));
    }

    @PostMapping({"/notices/{id}", "/m/notices/{id}", "/kiosk/notices/{id}"})
    String open(Page page, Actor actor, @PathVariable String id, RedirectAttributes next) {
        UUID wanted = Keys.find(id).orElseThrow(BrowsePages::missing);
        return switch (desk.perform(actor, readNotice, new ReadNotice.Request(wanted))) {
            case ReadNotice.Read() -> "redirect:" + page.url(inbox.find(Residents.of(actor).subject(), wanted).map(Notice::path).orElse("/notices"));
            case ReadNotice.NotYours() -> gone(page, next);
        };
    }

    private static String gone(Page page, RedirectAttributes next) {
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("notice.gone"));
        return "redirect:" + page.url("/notices");
    }

    @PostMapping({"/notices/read", "/m/notices/read", "/kiosk/notices/read"})
    String readAll(Page page, Actor actor, RedirectAttributes next) {
        desk.perform(actor, readNotice, new ReadNotice.Request(null));
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("notice.all-read"));
        return "redirect:" + page.url("/notices");
    }
}
