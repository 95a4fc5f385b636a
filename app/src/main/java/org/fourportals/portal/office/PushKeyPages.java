package org.fourportals.portal.office;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.intake.Connector;
import org.fourportals.intake.Connectors;
import org.fourportals.intake.PushKeys;
import org.fourportals.intake.RegisterPushKey;
import org.fourportals.intake.RevokePushKey;
import org.fourportals.intake.Source;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys with which the department of a connector signs what it pushes: register one, revoke one. */
@Controller("office.PushKeyPages")
@MayCall(Role.BUREAU)
public class PushKeyPages {

    private final Connectors connectors;
    private final PushKeys keys;
    private final RegisterPushKey register;
    private final RevokePushKey revoke;
    private final OfficeWords words;
    private final Desk desk;

    PushKeyPages(Connectors connectors, PushKeys keys, RegisterPushKey register, RevokePushKey revoke, OfficeWords words, Desk desk) {
        this.connectors = connectors;
        this.keys = keys;
        this.register = register;
        this.revoke = revoke;
        this.words = words;
        this.desk = desk;
    }

    /** A key of the list. @param state when it was registered or revoked */
    public record Row(String id, String name, String registered, String state, boolean valid) {
    }

    @GetMapping("/office/connectors/{id}/keys")
    String list(Page page, Model model, @PathVariable String id) {
        Connector connector = get(id);
        model.addAttribute("id", id);
        model.addAttribute("department", words.department(page, connector.department()));
        model.addAttribute("rows", keys.list(connector.department()).stream().map(key -> new Row(key.id(), key.name(), page.dateTime(key.registeredAt()),
                key.revokedAt() == null ? page.t("intake.key.valid") : page.t("intake.key.revoked", page.dateTime(key.revokedAt())), key.revokedAt() == null)).toList());
        return "office/pushkeys";
    }

    @PostMapping("/office/connectors/{id}/keys")
    String register(Page page, Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String key, RedirectAttributes next) {
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (desk.perform(actor, register, new RegisterPushKey.Request(get(id).department(), name, key))) {
            case RegisterPushKey.Registered(String registered) -> Flash.done("intake.key.done", registered);
            case RegisterPushKey.NotAKey _ -> Flash.notice("intake.key.wrong");
            case RegisterPushKey.Known _ -> Flash.notice("intake.key.known");
        });
        return "redirect:" + page.url("/connectors/" + id + "/keys");
    }

    @PostMapping("/office/connectors/{id}/keys/{key}/revoke")
    String revoke(Page page, Actor actor, @PathVariable String id, @PathVariable String key, RedirectAttributes next) {
        boolean done = desk.perform(actor, revoke, new RevokePushKey.Request(key)) instanceof RevokePushKey.Done;
        next.addFlashAttribute(Flash.ATTRIBUTE, done ? Flash.done("intake.key.gone") : Flash.notice("intake.nothing"));
        return "redirect:" + page.url("/connectors/" + get(id).id() + "/keys");
    }

    private Connector get(String id) {
        return connectors.find(id).filter(connector -> connector.source() instanceof Source.Push)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
