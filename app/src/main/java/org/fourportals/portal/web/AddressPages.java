package org.fourportals.portal.web;

import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.wallet.ForgetAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The addresses of a resident's wallet, shown there; here they are forgotten. */
@Controller
@MayCall(Role.RESIDENT)
final class AddressPages {

    private final ForgetAddress forgetAddress;
    private final Desk desk;

    AddressPages(ForgetAddress forgetAddress, Desk desk) {
        this.forgetAddress = forgetAddress;
        this.desk = desk;
    }

    @PostMapping({"/wallet/addresses/forget", "/m/wallet/addresses/forget"})
    String forget(Page page, Actor actor, @RequestParam UUID address, RedirectAttributes next) {
        desk.perform(actor, forgetAddress, new ForgetAddress.Request(address));
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("web.wallet.address-forgotten"));
        return "redirect:" + page.url("/wallet");
    }
}
