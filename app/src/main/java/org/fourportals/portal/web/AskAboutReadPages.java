package org.fourportals.portal.web;

import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.bureau.AskAboutRead;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "This was not me, or why?": an enquiry to the data bureau about one look at one's data. */
@Controller
@MayCall(Role.RESIDENT)
final class AskAboutReadPages {

    private final Desk desk;
    private final AskAboutRead ask;

    AskAboutReadPages(Desk desk, AskAboutRead ask) {
        this.desk = desk;
        this.ask = ask;
    }

    @GetMapping({"/reads/{entry}/ask", "/m/reads/{entry}/ask", "/kiosk/reads/{entry}/ask"})
    String show(@PathVariable long entry, Model model) {
        return show(entry, "", List.of(), model);
    }

    private static String show(long entry, String words, List<Problem> problems, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("words", words);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "web/readAsk";
    }

    @PostMapping({"/reads/{entry}/ask", "/m/reads/{entry}/ask", "/kiosk/reads/{entry}/ask"})
    String send(Page page, Actor actor, @PathVariable long entry, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String key,
            Model model, RedirectAttributes next) {
        return switch (desk.perform(actor, ask, new AskAboutRead.Request(entry, words), Keys.of(key))) {
            case AskAboutRead.Asked(var code, var due) -> back(page, next, Flash.done("web.reads.ask.sent", code, page.date(due)));
            case AskAboutRead.AskedAlready _ -> back(page, next, Flash.notice("web.reads.ask.already"));
            case AskAboutRead.TooLong(int most) -> show(entry, words, List.of(new Problem("words", page.t("web.reads.ask.too-long", most))), model);
            case AskAboutRead.NotYours _ -> throw BrowsePages.missing();
        };
    }

    private static String back(Page page, RedirectAttributes next, Flash flash) {
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        return "redirect:" + page.url("/reads");
    }
}
