package org.fourportals.portal.kiosk;

import java.util.List;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.identity.Devices;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an operator gives a machine its code, or takes it away. The code is shown once and kept only as a hash. */
@Controller("kiosk.OperatorPages")
@MayCall(Role.OPERATOR)
class OperatorPages {

    private static final String ID = "K-[A-Z0-9]{3,12}";

    private final Devices devices;
    private final Centres centres;
    private final AuditLog audit;

    OperatorPages(Devices devices, Centres centres, AuditLog audit) {
        this.devices = devices;
        this.centres = centres;
        this.audit = audit;
    }

    @GetMapping("/office/kiosks")
    String show(Page page, Model model) {
        return form(page, model, "", "", List.of(), null);
    }

    @PostMapping("/office/kiosks")
    String enrol(Page page, Actor actor, @RequestParam(defaultValue = "") String id, @RequestParam(defaultValue = "") String centre,
            Model model) {
        if (!id.strip().matches(ID)) {
            return form(page, model, id, centre, List.of(new Problem("id", page.t("kiosk.office.id.wrong"))), null);
        }
        if (centres.find(centre).isEmpty()) {
            return form(page, model, id, centre, List.of(new Problem("centre", page.t("kiosk.office.centre.wrong"))), null);
        }
        String key = DeviceCookie.newKey();
        devices.enrol(id.strip(), centre, key);
        audit.recordAct(actor, "EnrolDevice", null, id.strip());
        return form(page, model, "", centre, List.of(), id.strip() + "." + key);
    }

    @PostMapping("/office/kiosks/revoke")
    String revoke(Page page, Actor actor, @RequestParam(defaultValue = "") String id, RedirectAttributes next) {
        if (id.strip().matches(ID)) {
            devices.revoke(id.strip());
            audit.recordAct(actor, "RevokeDevice", null, id.strip());
            next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("kiosk.office.revoked", id.strip()));
        }
        return "redirect:" + page.url("/kiosks");
    }

    private String form(Page page, Model model, String id, String centre, List<Problem> problems, @Nullable String code) {
        model.addAttribute("id", id);
        model.addAttribute("centre", centre);
        model.addAttribute("problems", problems);
        model.addAttribute("code", code);
        model.addAttribute("centres", centres.list().stream().map((Centre c) -> Choice.of(c.id(), page.t(c.name()))).toList());
        return "kiosk/operator";
    }
}
