package org.fourportals.portal.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.casework.CaseState;
import org.fourportals.delivery.CancelDelivery;
import org.fourportals.delivery.OrderDelivery;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.fourportals.wallet.Addresses;
import org.fourportals.wallet.PostalAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Having the paper of a case brought, or fetching it at a centre; and taking that back. */
@Controller
@RequestMapping({"/cases/{id}/delivery", "/m/cases/{id}/delivery", "/kiosk/cases/{id}/delivery", "/counter/apply/{id}/delivery"})
@MayCall({Role.RESIDENT, Role.CLERK})
final class DeliveryPages {

    private final CaseOpening opening;
    private final DeliveryStory story;
    private final Addresses addresses;
    private final OrderDelivery order;
    private final CancelDelivery cancel;
    private final Desk desk;

    DeliveryPages(CaseOpening opening, DeliveryStory story, Addresses addresses, OrderDelivery order, CancelDelivery cancel, Desk desk) {
        this.opening = opening;
        this.story = story;
        this.addresses = addresses;
        this.order = order;
        this.cancel = cancel;
        this.desk = desk;
    }

    @GetMapping
    String ask(Page page, Actor actor, Model model, @PathVariable UUID id) {
        Opened opened = opening.openToAct(page, actor, id);
        if (opened.draft().state() != CaseState.GRANTED || story.isOnItsWay(opened.draft())) {
            return "redirect:" + opened.caseUrl();
        }
        List<Addresses.Kept> kept = kept(actor);
        String name = page.served() != null ? page.served().name() : page.actorName();
        return form(page, model, opened, kept, new DeliveryForm(story.hasCarrier() ? DeliveryForm.COURIER : DeliveryForm.CENTRE,
                kept.isEmpty() ? DeliveryForm.NEW : kept.getFirst().id().toString(), name, "", "", "", ""), List.of());
    }

    @PostMapping
    String order(Page page, Actor actor, Model model, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        Opened opened = opening.openToAct(page, actor, id);
        List<Addresses.Kept> kept = kept(actor);
        DeliveryForm form = DeliveryForm.of(typed);
        Optional<OrderDelivery.To> to = form.to(kept);
        if (to.isEmpty()) {
            return form(page, model, opened, kept, form, List.of(new Problem("way", page.t("delivery.choose-way"))));
        }
        return switch (desk.perform(actor, order, new OrderDelivery.Request(id, to.get()))) {
            case OrderDelivery.Ordered _ -> done(opened, next, Flash.done("delivery.ordered"));
            case OrderDelivery.OnItsWay _ -> done(opened, next, Flash.notice("delivery.on-its-way"));
            case OrderDelivery.NoPaper _ -> done(opened, next, Flash.notice("delivery.no-paper"));
            case OrderDelivery.TooOften(var most) -> done(opened, next, Flash.notice("delivery.too-often", String.valueOf(most)));
            case OrderDelivery.NoCarrier _ -> form(page, model, opened, kept, form, List.of(new Problem("way", page.t("delivery.no-carrier"))));
            case OrderDelivery.NoSuchCentre _ -> form(page, model, opened, kept, form, List.of(new Problem("centre", page.t("delivery.choose-centre"))));
            case OrderDelivery.WrongAddress(var parts) -> form(page, model, opened, kept, form, parts.stream()
                    .map(part -> new Problem(key(part), page.t("delivery.wrong." + key(part)))).toList());
        };
    }

    @PostMapping("/cancel")
    String cancel(Page page, Actor actor, @PathVariable UUID id, @RequestParam UUID delivery, RedirectAttributes next) {
        Opened opened = opening.openToAct(page, actor, id);
        return done(opened, next, switch (desk.perform(actor, cancel, new CancelDelivery.Request(delivery))) {
            case CancelDelivery.Cancelled _ -> Flash.done("delivery.cancelled");
            case CancelDelivery.TooLate _, CancelDelivery.NotFound _ -> Flash.notice("delivery.cancel-too-late");
        });
    }

    /** After a change of language. */
    @GetMapping("/cancel")
    String back(Page page, Actor actor, @PathVariable UUID id) {
        return "redirect:" + opening.openToAct(page, actor, id).caseUrl();
    }

    private static String done(Opened opened, RedirectAttributes next, Flash said) {
        next.addFlashAttribute(Flash.ATTRIBUTE, said);
        return "redirect:" + opened.caseUrl() + "#part-delivery";
    }

    private List<Addresses.Kept> kept(Actor actor) {
        Subject owner = actor instanceof Actor.Staff staff ? staff.serving() : actor instanceof Actor.Resident resident ? resident.subject() : null;
        return owner == null ? List.of() : addresses.listOf(owner);
    }

    private String form(Page page, Model model, Opened opened, List<Addresses.Kept> kept, DeliveryForm form, List<Problem> problems) {
        List<Choice> known = new ArrayList<>(kept.stream().map(a -> Choice.of(a.id().toString(), story.line(page, a.address()))
                .hint(a.address().name() + " " + a.address().maskedPhone())).toList());
        model.addAttribute("about", opened);
        model.addAttribute("form", form);
        model.addAttribute("kept", known);
        model.addAttribute("districts", story.districts(page));
        model.addAttribute("centres", story.centres(page));
        model.addAttribute("carrier", story.carrier());
        model.addAttribute("price", story.price(page));
        model.addAttribute("problems", problems);
        return "apply/delivery";
    }

    private static String key(PostalAddress.Part part) {
        return part.name().toLowerCase(java.util.Locale.ROOT);
    }
}
