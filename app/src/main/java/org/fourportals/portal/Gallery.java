package org.fourportals.portal;

import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** For those who build pages: every piece of the kit on one page, at each portal. Only in the profile {@code kit}. */
@Controller
@Profile("kit")
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR, Role.DEVICE})
class Gallery {

    @GetMapping({"/kit", "/m/kit", "/kiosk/kit", "/counter/kit", "/office/kit"})
    String show() {
        return "kit/gallery";
    }
}
