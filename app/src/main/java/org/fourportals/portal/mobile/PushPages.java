package org.fourportals.portal.mobile;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.notice.AllowPush;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what a phone's browser says of itself when its owner allows messages there. */
@Controller
@MayCall(Role.RESIDENT)
final class PushPages {

    private final AllowPush allowPush;
    private final Desk desk;

    PushPages(AllowPush allowPush, Desk desk) {
        this.allowPush = allowPush;
        this.desk = desk;
    }

    @PostMapping("/m/notices/push")
    String allow(Page page, Actor actor, @RequestParam(defaultValue = "") String endpoint, @RequestParam(defaultValue = "") String p256dh,
            @RequestParam(defaultValue = "") String auth, RedirectAttributes next) {
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (desk.perform(actor, allowPush, new AllowPush.Request(endpoint, p256dh, auth, page.language()))) {
            case AllowPush.Allowed() -> Flash.done("notice.push.allowed");
            case AllowPush.NoService() -> Flash.notice("notice.push.no-service");
        });
        return "redirect:" + page.url("/notices/settings");
    }
}
