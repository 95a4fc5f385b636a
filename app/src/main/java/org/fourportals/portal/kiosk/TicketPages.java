package org.fourportals.portal.kiosk;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.centre.CallStaff;
import org.fourportals.centre.Centres;
import org.fourportals.centre.TakeTicket;
import org.fourportals.centre.Ticket;
import org.fourportals.centre.Tickets;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Devices;
import org.fourportals.identity.MayCall;
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

/** A person instead of the machine: a number in the queue, or staff who come to it. */
@Controller("kiosk.TicketPages")
@MayCall({Role.DEVICE, Role.RESIDENT})
class TicketPages {

    private final Desk desk;
    private final TakeTicket takeTicket;
    private final CallStaff callStaff;
    private final Tickets tickets;
    private final Centres centres;
    private final Devices devices;

    TicketPages(Desk desk, TakeTicket takeTicket, CallStaff callStaff, Tickets tickets, Centres centres, Devices devices) {
        this.desk = desk;
        this.takeTicket = takeTicket;
        this.callStaff = callStaff;
        this.tickets = tickets;
        this.centres = centres;
        this.devices = devices;
    }

    @GetMapping("/kiosk/ticket")
    String ask(HttpServletRequest request, Model model) {
        Devices.Device device = devices.find(request).orElseThrow();
        model.addAttribute("waiting", tickets.waiting(device.centre()));
        model.addAttribute("key", UUID.randomUUID().toString());
        return "kiosk/ticket";
    }

    @PostMapping("/kiosk/ticket")
    String take(Page page, Actor actor, HttpServletRequest request, @RequestParam Ticket.Priority priority, @RequestParam UUID key) {
        Devices.Device device = devices.find(request).orElseThrow();
        var taken = desk.perform(actor, takeTicket, new TakeTicket.Request(device.centre(), priority, null), key);
        return switch (taken) {
            case TakeTicket.TicketTaken(var ticket, var _) -> "redirect:" + page.url("/ticket/" + ticket.id());
            case TakeTicket.NoSuchCentre _, TakeTicket.NotHere _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @GetMapping("/kiosk/ticket/{id}")
    String show(HttpServletRequest request, @PathVariable UUID id, Model model) {
        Devices.Device device = devices.find(request).orElseThrow();
        Ticket ticket = tickets.find(id).filter(t -> t.centre().equals(device.centre()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("ticket", ticket);
        model.addAttribute("centre", centres.get(device.centre()).name());
        model.addAttribute("ahead", tickets.ahead(id).orElse(null));
        return "kiosk/ticketTaken";
    }

    @PostMapping("/kiosk/call-staff")
    String call(Page page, Actor actor, HttpServletRequest request, RedirectAttributes next) {
        Devices.Device device = devices.find(request).orElseThrow();
        switch (desk.perform(actor, callStaff, new CallStaff.Request(device.id(), device.centre()))) {
            case CallStaff.Called _ -> next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("kiosk.called"));
            case CallStaff.NotHere _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:" + back(request, page.url("/home"));
    }

    /** The machine's page on which she stood, as its browser says. */
    private static String back(HttpServletRequest request, String otherwise) {
        String from = request.getHeader("Referer");
        if (from == null) {
            return otherwise;
        }
        try {
            String path = java.net.URI.create(from).getRawPath();
            return path != null && path.startsWith("/kiosk/") && !path.startsWith("/kiosk/ended") ? path : otherwise;
        } catch (IllegalArgumentException notAnAddress) {
            return otherwise;
        }
    }
}
