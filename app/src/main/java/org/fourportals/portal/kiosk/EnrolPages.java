package org.fourportals.portal.kiosk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.base.Role;
import org.fourportals.identity.Devices;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Makes a browser a machine of a centre: an operator types the code she was given for it. Where {@code fourportals.kiosk.enrol-local} is
 * set, as in the demo, a browser on the same computer is enrolled at once.
 */
@Controller("kiosk.EnrolPages")
class EnrolPages {

    private static final int LONGEST_CODE = 200;
    private static final int SERIALS = 1_000_000;

    private final Devices devices;
    private final boolean enrolLocal;
    private final String localCentre;

    EnrolPages(Devices devices, @Value("${fourportals.kiosk.enrol-local:false}") boolean enrolLocal,
            @Value("${fourportals.kiosk.local-centre:xihu}") String localCentre) {
        this.devices = devices;
        this.enrolLocal = enrolLocal;
        this.localCentre = localCentre;
    }

    /** Enrols the browser if it runs on this very computer and that is allowed. */
    boolean enrolledHere(HttpServletRequest request, HttpServletResponse response) {
        if (!enrolLocal || !isLoopback(request.getRemoteAddr()) || request.getHeader("X-Forwarded-For") != null) {
            return false;
        }
        String id = "K-%06d".formatted(new java.security.SecureRandom().nextInt(SERIALS));
        String key = DeviceCookie.newKey();
        devices.enrol(id, localCentre, key);
        DeviceCookie.give(request, response, id + "." + key);
        return true;
    }

    @PostMapping("/kiosk")
    @MayCall({Role.VISITOR, Role.DEVICE})
    String enrol(Page page, HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code,
            Model model) {
        Optional<Devices.Device> device = code.length() > LONGEST_CODE ? Optional.empty() : devices.find(code.strip());
        if (device.isEmpty()) {
            model.addAttribute("problems", List.of(new Problem("code", page.t("kiosk.enrol.wrong"))));
            return "kiosk/enrol";
        }
        DeviceCookie.give(request, response, code.strip());
        return "redirect:/kiosk";
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
