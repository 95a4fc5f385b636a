package org.fourportals.portal.kiosk;

import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.identity.Devices;

/** The cookie by which a machine's browser says which machine it is: for the machine's pages only, and no script can read it. */
final class DeviceCookie {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TEN_YEARS = 10 * 365 * 24 * 3600;

    private DeviceCookie() {
    }

    /** A key nobody can guess. */
    static String newKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    static void give(HttpServletRequest request, HttpServletResponse response, String deviceAndKey) {
        Cookie cookie = new Cookie(Devices.COOKIE, deviceAndKey);
        cookie.setPath("/kiosk");
        cookie.setMaxAge(TEN_YEARS);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }
}
