package org.fourportals.portal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Mandate;
import org.fourportals.identity.Mandates;
import org.fourportals.identity.MayCall;
import org.fourportals.identity.RevokeMandate;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Confirmation;
import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mandates a resident and her companies have given, and those she holds; each can be ended at once. */
@Controller
@MayCall(Role.RESIDENT)
final class MandatePages {

    private final Mandates mandates;
    private final Residents residents;
    private final RevokeMandate revokeMandate;
    private final Catalogue catalogue;
    private final Desk desk;
    private final CityTime time;

    MandatePages(Mandates mandates, Residents residents, RevokeMandate revokeMandate, Catalogue catalogue, Desk desk, CityTime time) {
        this.mandates = mandates;
        this.residents = residents;
        this.revokeMandate = revokeMandate;
        this.catalogue = catalogue;
        this.desk = desk;
        this.time = time;
    }

    @GetMapping({"/mandates", "/m/mandates"})
    String list(Page page, Actor actor, Model model) {
        List<Mandate> given = new ArrayList<>();
        residents.speaksFor(actor).forEach(subject -> given.addAll(mandates.listGivenBy(subject)));
        Subject self = Residents.of(actor).subject();
        model.addAttribute("given", given.stream().map(m -> shown(page, m, m.principal().equals(self)
                ? page.t("web.mandate.to", m.agentName()) : page.t("web.mandate.for-to", m.principalName(), m.agentName()), "revoke")).toList());
        model.addAttribute("held", mandates.listHeldBy(self).stream()
                .map(m -> shown(page, m, page.t("web.mandate.from", m.principalName()), "lay-down")).toList());
        return "web/mandates";
    }

    private MandateLine shown(Page page, Mandate mandate, String title, String act) {
        LocalDate today = time.today();
        boolean inForce = mandate.isInForce(today);
        Tag state = inForce ? new Tag(page.t("web.mandate.in-force"), Tag.Tone.GOOD)
                : new Tag(page.t(mandate.revokedAt() != null ? "web.mandate.revoked" : "web.mandate.over"), Tag.Tone.QUIET);
        return new MandateLine(title, affairs(page, mandate), page.t("web.mandate.period", page.date(mandate.validFrom()), page.date(mandate.validUntil())),
                state, inForce ? ending(page, mandate, act) : null);
    }

    private String affairs(Page page, Mandate mandate) {
        return mandate.affairs().isEmpty() ? page.t("web.mandate.all")
                : mandate.affairs().stream().map(id -> catalogue.findAffair(id).map(Affair::name).map(page::t).orElse(id))
                        .collect(java.util.stream.Collectors.joining(page.t("web.comma")));
    }

    private static Confirmation ending(Page page, Mandate mandate, String act) {
        String path = page.url("/mandates/" + mandate.id() + "/revoke");
        return new Confirmation("end-" + mandate.id(), page.t("web.mandate." + act), page.t("web.mandate." + act + ".title"),
                page.t("web.mandate." + act + ".text", act.equals("revoke") ? mandate.agentName() : mandate.principalName()),
                page.t("web.mandate." + act + ".yes"), path, Map.of("key", UUID.randomUUID().toString()), path, true);
    }

    @GetMapping({"/mandates/{id}/revoke", "/m/mandates/{id}/revoke"})
    String ask(Page page, Actor actor, @PathVariable String id, Model model) {
        UUID wanted = Keys.find(id).orElseThrow(BrowsePages::missing);
        Subject self = Residents.of(actor).subject();
        Mandate mandate = Stream.concat(residents.speaksFor(actor).stream().flatMap(s -> mandates.listGivenBy(s).stream()),
                mandates.listHeldBy(self).stream()).filter(m -> m.id().equals(wanted) && m.isInForce(time.today())).findFirst()
                .orElseThrow(BrowsePages::missing);
        model.addAttribute("confirmation", ending(page, mandate, mandate.agent().equals(self) ? "lay-down" : "revoke"));
        model.addAttribute("backUrl", page.url("/mandates"));
        return "kit/confirmPage";
    }

    @PostMapping({"/mandates/{id}/revoke", "/m/mandates/{id}/revoke"})
    String revoke(Page page, Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String key, RedirectAttributes next) {
        var request = new RevokeMandate.Request(Keys.find(id).orElseThrow(BrowsePages::missing), residents.speaksFor(actor));
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (desk.perform(actor, revokeMandate, request, Keys.of(key))) {
            case RevokeMandate.MandateRevoked() -> Flash.done("web.mandate.ended");
            case RevokeMandate.NotYours() -> Flash.notice("web.mandate.not-yours");
        });
        return "redirect:" + page.url("/mandates");
    }
}
