package org.fourportals.portal.kiosk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.centre.Tickets;
import org.fourportals.identity.Devices;
import org.fourportals.identity.KioskSession;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Tile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The machine between two people: the picture that invites, the first choice, and the end that leaves nothing. */
@Controller("kiosk.KioskPages")
class KioskPages {

    private final Devices devices;
    private final EnrolPages enrolment;
    private final KioskSession sessions;
    private final Centres centres;
    private final Tickets tickets;
    private final CityTime time;

    KioskPages(Devices devices, EnrolPages enrolment, KioskSession sessions, Centres centres, Tickets tickets, CityTime time) {
        this.devices = devices;
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.centres = centres;
        this.tickets = tickets;
        this.time = time;
    }

    @GetMapping("/kiosk")
    @MayCall({Role.VISITOR, Role.DEVICE, Role.RESIDENT})
    String attract(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model,
            @RequestParam(defaultValue = "") String enrolled) {
        if (actor instanceof Actor.Resident) {
            return "redirect:/kiosk/home";
        }
        Optional<Devices.Device> device = devices.find(request);
        if (device.isEmpty()) {
            if (enrolled.isEmpty() && enrolment.enrolledHere(request, response)) {
                return "redirect:/kiosk?enrolled=1";
            }
            model.addAttribute("problems", List.of());
            return "kiosk/enrol";
        }
        Optional<String> wanted = enrolled.isEmpty() ? Optional.empty() : sessions.takeWanted(request, response);
        if (wanted.isPresent()) {
            return "redirect:" + wanted.get();
        }
        model.addAttribute("centre", centres.find(device.get().centre()).map(Centre::name).orElse(null));
        model.addAttribute("now", time.now());
        model.addAttribute("zone", time.zone().getId());
        return "kiosk/attract";
    }

    @GetMapping("/kiosk/home")
    @MayCall({Role.DEVICE, Role.RESIDENT})
    String home(Page page, Actor actor, HttpServletRequest request, Model model) {
        Devices.Device device = devices.find(request).orElseThrow();
        List<Tile> tiles = new ArrayList<>(List.of(
                new Tile("work", page.t("kiosk.home.begin"), page.t("kiosk.home.begin.text"), page.url("/choose")),
                new Tile("cases", page.t("kiosk.home.cases"), page.t("kiosk.home.cases.text"), page.url("/cases")),
                new Tile("wallet", page.t("kiosk.home.wallet"), page.t("kiosk.home.wallet.text"), page.url("/wallet")),
                new Tile("eye", page.t("kiosk.home.reads"), page.t("kiosk.home.reads.text"), page.url("/reads")),
                new Tile("clock", page.t("kiosk.home.bookings"), page.t("kiosk.home.bookings.text"), page.url("/bookings")),
                new Tile("ticket", page.t("kiosk.home.ticket"),
                        page.t("kiosk.home.ticket.text", tickets.waiting(device.centre()).people()), page.url("/ticket"))));
        if (actor instanceof Actor.Device) {
            tiles.add(new Tile("card", page.t("kiosk.home.sign-in"), page.t("kiosk.home.sign-in.text"), page.url("/sign-in")));
        }
        model.addAttribute("tiles", tiles);
        return "kiosk/home";
    }

    @PostMapping("/kiosk/end")
    @MayCall({Role.VISITOR, Role.DEVICE, Role.RESIDENT})
    String end(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return "redirect:/kiosk/ended";
    }

    /** Also where a browser without scripts is led when nobody touches it, so it wipes too. */
    @GetMapping("/kiosk/ended")
    @MayCall({Role.VISITOR, Role.DEVICE, Role.RESIDENT})
    String ended(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        if (actor instanceof Actor.Resident) {
            sessions.end(request, response);
            return "redirect:/kiosk/ended";
        }
        return "kiosk/ended";
    }
}
