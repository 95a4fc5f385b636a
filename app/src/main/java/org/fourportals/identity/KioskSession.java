package org.fourportals.identity;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.fourportals.identity.internal.CardAuthentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * One person's visit at a self-service machine: begins with her card in a session of its own, bound to the machine, and ends without a
 * trace of her in the browser or here.
 */
@Component
public class KioskSession {

    private static final String PAGES = "/kiosk/";
    private static final Set<String> STAYING = Set.of(Devices.COOKIE);

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache asked = new HttpSessionRequestCache();

    KioskSession() {
    }

    /**
     * Signs a resident in at this machine. Whatever the session held before is gone, and its id is a fresh one.
     *
     * @param account a resident whom {@link CardSignIn} let in
     * @param device  the machine of this request
     * @return the path of the machine's page she had asked for before she was led to sign-in, or {@code /kiosk/home}
     */
    public String signIn(HttpServletRequest request, HttpServletResponse response, Account account, Devices.Device device) {
        if (account.subject() == null) {
            throw new IllegalArgumentException("Only residents sign in at machines, not " + account.username());
        }
        String next = takeWanted(request, response).filter(path -> !path.equals(PAGES + "sign-in")).orElse(PAGES + "home");
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CardAuthentication(account.username(), device.id()));
        SecurityContextHolder.setContext(context);
        request.getSession(true);
        contexts.saveContext(context, request, response);
        return next;
    }

    /** The path of the machine's page that was asked for before this browser was led elsewhere; told once. */
    public Optional<String> takeWanted(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = asked.getRequest(request, response);
        if (saved == null) {
            return Optional.empty();
        }
        asked.removeRequest(request, response);
        return Optional.ofNullable(URI.create(saved.getRedirectUrl()).getRawPath()).filter(path -> path.startsWith(PAGES));
    }

    /** Ends the visit: the session is gone, and every cookie but the machine's own is taken back. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (!STAYING.contains(cookie.getName())) {
                    takeBack(response, cookie.getName());
                }
            }
        }
        response.setHeader("Clear-Site-Data", "\"cache\"");
    }

    private static void takeBack(HttpServletResponse response, String name) {
        Cookie gone = new Cookie(name, "");
        gone.setPath("/");
        gone.setMaxAge(0);
        gone.setHttpOnly(true);
        response.addCookie(gone);
    }
}
