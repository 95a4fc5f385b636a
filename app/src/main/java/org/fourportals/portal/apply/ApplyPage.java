package org.fourportals.portal.apply;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The door of a draft: whoever comes back to it, at whichever portal, is led to the step that is next. */
@Controller
@RequestMapping({"/apply/{id}", "/m/apply/{id}", "/kiosk/apply/{id}", "/counter/apply/{id}"})
final class ApplyPage {

    private final Drafting drafting;

    ApplyPage(Drafting drafting) {
        this.drafting = drafting;
    }

    @GetMapping
    @MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK})
    String lead(Page page, Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        return drafting.open(page, actor, request, id, draft -> "redirect:" + drafting.next(draft));
    }

    /** Who is not signed in is led to sign-in first and comes back here; then her draft is hers, and the city answers what it knows. */
    @GetMapping("/sign-in")
    @MayCall({Role.RESIDENT, Role.CLERK})
    String signedIn(Page page, Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        return lead(page, actor, request, id);
    }
}
