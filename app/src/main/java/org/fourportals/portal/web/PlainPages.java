package org.fourportals.portal.web;

import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Help, the statement on accessibility, and what is done with people's data. */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR, Role.DEVICE})
final class PlainPages {

    private static final int HELP = 8;
    private static final int ACCESSIBILITY = 4;
    private static final int PRIVACY = 6;

    @GetMapping({"/help", "/m/help", "/kiosk/help", "/counter/help"})
    String help(Page page, Model model) {
        return plain(model, "help", HELP);
    }

    @GetMapping({"/accessibility", "/m/accessibility", "/kiosk/accessibility", "/counter/accessibility"})
    String accessibility(Page page, Model model) {
        return plain(model, "accessibility", ACCESSIBILITY);
    }

    @GetMapping({"/privacy", "/m/privacy", "/kiosk/privacy", "/counter/privacy"})
    String privacy(Page page, Model model) {
        return plain(model, "privacy", PRIVACY);
    }

    private static String plain(Model model, String name, int parts) {
        model.addAttribute("name", name);
        model.addAttribute("parts", parts);
        return "web/plain";
    }
}
