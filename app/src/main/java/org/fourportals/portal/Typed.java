package org.fourportals.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What somebody had typed into a form whose session ran out, so that the page that says so can send it again and nothing is lost. Only for a form
 * that our own page sent, as the browser attests: a foreign site must not put words into a form that carries a fresh token. Never at a kiosk, where
 * the next person may be standing there.
 */
final class Typed {

    private static final int MOST = 500;

    private Typed() {
    }

    static List<Map.Entry<String, String>> in(HttpServletRequest request, Page page) {
        boolean ours = "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
        if (!ours || page.at(org.fourportals.base.Portal.KIOSK) || !"POST".equals(request.getMethod())) {
            return List.of();
        }
        Csrf csrf = page.csrf();
        String token = csrf == null ? "_csrf" : csrf.field();
        return request.getParameterMap().entrySet().stream().filter(entry -> !entry.getKey().equals(token) && !secret(entry.getKey()))
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> Map.entry(entry.getKey(), value))).limit(MOST).toList();
    }

    private static boolean secret(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).matches("code|pin|.*(password|secret).*");
    }
}
