package org.fourportals.portal.office;

import java.util.List;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.Cases;
import org.fourportals.casework.NextCase;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for a reviewer's department, least time left first. */
@Controller("office.WorklistPages")
@MayCall(Role.REVIEWER)
class WorklistPages {

    private final Cases cases;
    private final OfficeWords words;
    private final Desk desk;
    private final NextCase nextCase;

    WorklistPages(Cases cases, OfficeWords words, Desk desk, NextCase nextCase) {
        this.desk = desk;
        this.nextCase = nextCase;
        this.cases = cases;
        this.words = words;
    }

    @GetMapping("/office/worklist")
    String list(Page page, Actor actor, Model model) {
        Actor.Staff reviewer = (Actor.Staff) actor;
        List<Cases.Waiting> waiting = cases.worklist(reviewer);
        model.addAttribute("department", words.department(page, reviewer.department()));
        model.addAttribute("late", waiting.stream().filter(Cases.Waiting::isLate).count());
        model.addAttribute("table", words.worklist(page, waiting));
        return "office/worklist";
    }

    /** The next case, opened; she need not choose. */
    @PostMapping("/office/worklist/next")
    String next(Page page, Actor actor, RedirectAttributes redirect) {
        return switch (desk.perform(actor, nextCase, new NextCase.Request())) {
            case NextCase.Given(var id) -> "redirect:" + page.url("/cases/" + id);
            case NextCase.NothingWaits _ -> {
                redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("office.worklist.nothing"));
                yield "redirect:" + page.url("/worklist");
            }
        };
    }

    /** After a change of language. */
    @GetMapping("/office/worklist/next")
    String back(Page page) {
        return "redirect:" + page.url("/worklist");
    }
}
