package org.fourportals.portal.mobile;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.web.HomeParts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page on a phone: what is open, search, and the affairs most asked for, within reach of a thumb. */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
final class MobileHomePage {

    private final HomeParts parts;

    MobileHomePage(HomeParts parts) {
        this.parts = parts;
    }

    @GetMapping({"/m", "/m/"})
    String show(Page page, Actor actor, Model model) {
        model.addAttribute("popular", parts.popular(page));
        model.addAttribute("events", parts.events(page));
        model.addAttribute("mine", parts.mine(page, actor));
        return "mobile/home";
    }
}
