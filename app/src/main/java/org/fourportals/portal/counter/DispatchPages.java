package org.fourportals.portal.counter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.Cases;
import org.fourportals.certificate.Certificates;
import org.fourportals.delivery.CloseBatch;
import org.fourportals.delivery.Deliveries;
import org.fourportals.delivery.Delivery;
import org.fourportals.delivery.DeliveryState;
import org.fourportals.delivery.HandOut;
import org.fourportals.delivery.PackPaper;
import org.fourportals.delivery.RetryMessage;
import org.fourportals.delivery.TakeBack;
import org.fourportals.delivery.Way;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The post room of a clerk's centre: what is to be packed, the bag for the courier, what is fetched and what came back. */
@Controller("counter.DispatchPages")
@MayCall(Role.CLERK)
class DispatchPages {

    private static final int SHOWN = 50;

    private final Deliveries deliveries;
    private final Cases cases;
    private final Certificates certificates;
    private final DispatchActs acts;

    DispatchPages(Deliveries deliveries, Cases cases, Certificates certificates, DispatchActs acts) {
        this.deliveries = deliveries;
        this.cases = cases;
        this.certificates = certificates;
        this.acts = acts;
    }

    @GetMapping({"/counter/dispatch", "/counter/dispatch/batch", "/counter/dispatch/hand-out", "/counter/dispatch/take-back"})
    String show(Page page, Actor actor, Model model, @RequestParam(defaultValue = "") String find) {
        Actor.Staff clerk = (Actor.Staff) actor;
        List<Delivery> ordered = deliveries.listAt(clerk, Set.of(DeliveryState.ORDERED));
        List<Delivery> found = ordered.stream().filter(each -> matches(each, find)).toList();
        model.addAttribute("hasCentre", clerk.centre() != null);
        model.addAttribute("waiting", ordered.size());
        model.addAttribute("ordered", found.stream().limit(SHOWN).toList());
        model.addAttribute("more", Math.max(0, found.size() - SHOWN));
        model.addAttribute("find", find);
        model.addAttribute("packed", deliveries.listAt(clerk, Set.of(DeliveryState.PACKED)));
        model.addAttribute("ready", deliveries.listAt(clerk, Set.of(DeliveryState.READY)));
        model.addAttribute("batches", deliveries.batchesAt(clerk));
        model.addAttribute("troubles", deliveries.troubles(clerk));
        return "counter/dispatch";
    }

    /** By number of the case, name or address, whatever the spelling of spaces, hyphens and case. */
    private static boolean matches(Delivery each, String find) {
        String wanted = plain(find);
        var address = each.address();
        return plain(each.caseNumber()).contains(wanted) || address != null && plain(address.name() + address.line()).contains(wanted);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    @GetMapping("/counter/dispatch/{id}/label.pdf")
    ResponseEntity<byte[]> label(Actor actor, @PathVariable UUID id) {
        return pdf(deliveries.label((Actor.Staff) actor, id));
    }

    @GetMapping("/counter/dispatch/batches/{id}/list.pdf")
    ResponseEntity<byte[]> manifest(Actor actor, @PathVariable UUID id) {
        return pdf(deliveries.manifest((Actor.Staff) actor, id));
    }

    /** The paper itself, for a delivery of the clerk's centre. */
    @GetMapping("/counter/dispatch/{id}/paper.pdf")
    ResponseEntity<byte[]> paper(Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        Actor.Staff clerk = (Actor.Staff) actor;
        return pdf(deliveries.find(id).filter(d -> d.centre().equals(clerk.centre())).map(Delivery::caseId)
                .filter(about -> cases.find(actor, about).isPresent()).flatMap(certificates::findByCase)
                .map(certificate -> certificates.pdf(actor, certificate, base(request))));
    }

    @PostMapping("/counter/dispatch/{id}/pack")
    String pack(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return to(page, next, switch (acts.desk().perform(actor, acts.packPaper(), new PackPaper.Request(id))) {
            case PackPaper.Packed(var delivery, var way) -> Flash.done(way == Way.COURIER ? "dispatch.was-packed" : "dispatch.was-set-aside");
            case PackPaper.NotWaiting() -> Flash.notice("dispatch.not-waiting");
        });
    }

    @PostMapping("/counter/dispatch/batch")
    String batch(Page page, Actor actor, @RequestParam UUID key, RedirectAttributes next) {
        return to(page, next, switch (acts.desk().perform(actor, acts.closeBatch(), new CloseBatch.Request(), key)) {
            case CloseBatch.Closed closed -> Flash.done("dispatch.closed", String.valueOf(closed.number()), String.valueOf(closed.items()));
            case CloseBatch.NothingPacked() -> Flash.notice("dispatch.nothing");
        });
    }

    @PostMapping("/counter/dispatch/hand-out")
    String handOut(Page page, Actor actor, @RequestParam(defaultValue = "") String code, RedirectAttributes next) {
        return to(page, next, switch (acts.desk().perform(actor, acts.handOut(), new HandOut.Request(code))) {
            case HandOut.HandedOut out -> Flash.done("dispatch.handed-out", out.caseNumber());
            case HandOut.NoSuchCode() -> Flash.notice("dispatch.no-such-code");
        });
    }

    @PostMapping("/counter/dispatch/take-back")
    String takeBack(Page page, Actor actor, @RequestParam(defaultValue = "") String item, RedirectAttributes next) {
        return to(page, next, switch (acts.desk().perform(actor, acts.takeBack(), new TakeBack.Request(item))) {
            case TakeBack.TakenBack back -> Flash.done("dispatch.taken-back", back.caseNumber());
            case TakeBack.NotOurs() -> Flash.notice("dispatch.not-ours");
        });
    }

    @PostMapping("/counter/dispatch/messages/{id}/retry")
    String retry(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return to(page, next, switch (acts.desk().perform(actor, acts.retryMessage(), new RetryMessage.Request(id))) {
            case RetryMessage.Again() -> Flash.done("dispatch.retried");
            case RetryMessage.NotRefused() -> Flash.notice("dispatch.not-waiting");
        });
    }

    private static String to(Page page, RedirectAttributes next, Flash said) {
        next.addFlashAttribute(Flash.ATTRIBUTE, said);
        return "redirect:" + page.url("/dispatch");
    }

    private static String base(HttpServletRequest request) {
        return request.getRequestURL().toString().replace(request.getRequestURI(), "");
    }

    private static ResponseEntity<byte[]> pdf(Optional<byte[]> file) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline").header("X-Content-Type-Options", "nosniff")
                .body(file.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
