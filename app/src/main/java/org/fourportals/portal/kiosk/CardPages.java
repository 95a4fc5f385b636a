package org.fourportals.portal.kiosk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Language;
import org.fourportals.base.Role;
import org.fourportals.identity.CardSignIn;
import org.fourportals.identity.Devices;
import org.fourportals.identity.KioskSession;
import org.fourportals.identity.MayCall;
import org.fourportals.pool.identifier.Fault;
import org.fourportals.pool.identifier.ResidentId;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in with the card's number and its code, typed with big keys. */
@Controller("kiosk.CardPages")
@MayCall({Role.DEVICE, Role.RESIDENT})
class CardPages {

    private static final int LONGEST = 40;

    private final CardSignIn cards;
    private final KioskSession sessions;
    private final Devices devices;
    private final CityTime time;

    CardPages(CardSignIn cards, KioskSession sessions, Devices devices, CityTime time) {
        this.cards = cards;
        this.sessions = sessions;
        this.devices = devices;
        this.time = time;
    }

    @GetMapping("/kiosk/sign-in")
    String show(Actor actor, Model model) {
        return actor instanceof Actor.Resident ? "redirect:/kiosk/home" : form(model, "", List.of());
    }

    @PostMapping("/kiosk/sign-in")
    String signIn(Page page, HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code, Model model) {
        Devices.Device device = devices.find(request).orElseThrow();
        List<Problem> problems = problems(page, number, code);
        if (!problems.isEmpty()) {
            return form(model, number.length() > LONGEST ? "" : number, problems);
        }
        return switch (cards.attempt(device.id(), ResidentId.of(number).number(), code.strip())) {
            case CardSignIn.Attempt.SignedIn(var account) -> "redirect:" + sessions.signIn(request, response, account, device);
            case CardSignIn.Attempt.Wrong() -> form(model, number, List.of(new Problem("code", page.t("kiosk.card.wrong"))));
            case CardSignIn.Attempt.Locked(var until) ->
                form(model, number, List.of(new Problem("code", page.t("kiosk.card.locked", page.time(until)))));
        };
    }

    private List<Problem> problems(Page page, String number, String code) {
        List<Problem> problems = new ArrayList<>();
        Optional<Fault> fault = ResidentId.fault(number, time.today());
        fault.ifPresent(f -> problems.add(new Problem("number", page.language() == Language.ZH ? f.zh() : f.en())));
        if (code.isBlank() || code.length() > LONGEST) {
            problems.add(new Problem("code", page.t("kiosk.card.no-code")));
        }
        return problems;
    }

    private static String form(Model model, String number, List<Problem> problems) {
        model.addAttribute("number", number);
        model.addAttribute("problems", problems);
        return "kiosk/signIn";
    }
}
