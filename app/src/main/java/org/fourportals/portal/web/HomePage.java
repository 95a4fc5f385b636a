package org.fourportals.portal.web;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page on a computer: search, what happens in life, what is open, and how all this works. */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
final class HomePage {

    private final HomeParts parts;

    HomePage(HomeParts parts) {
        this.parts = parts;
    }

    @GetMapping("/")
    String show(Page page, Actor actor, Model model) {
        model.addAttribute("popular", parts.popular(page));
        model.addAttribute("events", parts.events(page));
        model.addAttribute("mine", parts.mine(page, actor));
        model.addAttribute("numbers", parts.numbers());
        return "web/home";
    }
}
