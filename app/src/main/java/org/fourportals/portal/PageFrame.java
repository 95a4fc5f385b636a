package org.fourportals.portal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.base.Actor;
import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Makes the {@link Page} of a request, once. The language comes from {@code ?lang=}, else the cookie {@code lang}, else what the browser prefers;
 * large type from {@code ?elder=1|0}, else the cookie {@code elder}. Anything else in those places is as if it were absent.
 */
public final class PageFrame {

    private static final String MADE = PageFrame.class.getName() + ".page";
    private static final String REFERENCE = PageFrame.class.getName() + ".reference";
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int YEAR = 365 * 24 * 3600;

    private final Page.House house;
    private final Function<HttpServletRequest, Actor> currentActor;
    private final ToIntFunction<Actor> unread;

    PageFrame(Page.House house, Function<HttpServletRequest, Actor> currentActor) {
        this(house, currentActor, nobody -> 0);
    }

    /** @param unread how many notices somebody has not opened */
    PageFrame(Page.House house, Function<HttpServletRequest, Actor> currentActor, ToIntFunction<Actor> unread) {
        this.house = house;
        this.currentActor = currentActor;
        this.unread = unread;
    }

    /** The page of this request; the same object however often it is asked for. */
    public Page of(HttpServletRequest request) {
        if (request.getAttribute(MADE) instanceof Page page) {
            return page;
        }
        Page page = make(request, actor(request), unread);
        request.setAttribute(MADE, page);
        return page;
    }

    /** A page for telling that something failed; asks for nothing that may fail itself. */
    Page afterFailure(HttpServletRequest request) {
        Actor actor;
        try {
            actor = actor(request);
        } catch (RuntimeException unknown) {
            actor = new Actor.Visitor(Portal.of(path(request)), null);
        }
        return make(request, actor, nobody -> 0);
    }

    Actor actor(HttpServletRequest request) {
        return currentActor.apply(request);
    }

    private Page make(HttpServletRequest request, Actor actor, ToIntFunction<Actor> unreadOf) {
        String path = path(request);
        var address = new Visit.Address(Portal.of(path), path, query(request));
        var visit = new Visit(address, new Visit.Choices(language(request), elder(request)), actor, reference(request));
        return new Page(house, visit, () -> csrf(request), flash(request), served(request, actor), () -> unreadOf.applyAsInt(actor));
    }

    private static @Nullable Served served(HttpServletRequest request, Actor actor) {
        boolean serving = actor instanceof Actor.Staff staff && staff.portal() == Portal.COUNTER && staff.serving() != null;
        var session = serving ? request.getSession(false) : null;
        return session != null && session.getAttribute(Served.ATTRIBUTE) instanceof Served served ? served : null;
    }

    /** The path the browser asked for, also while an error is being told. */
    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : request.getRequestURI();
    }

    private static @Nullable String query(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null ? request.getQueryString() : null;
    }

    private static Language language(HttpServletRequest request) {
        return asked(request, "lang", "zh", "en").map(Language::of).orElseGet(() -> {
            String wanted = request.getHeader("Accept-Language");
            return wanted == null ? Language.ZH : Language.of(request.getLocale().toLanguageTag());
        });
    }

    private static boolean elder(HttpServletRequest request) {
        return asked(request, "elder", "1", "0").filter("1"::equals).isPresent();
    }

    private static Optional<String> asked(HttpServletRequest request, String name, String... allowed) {
        return inQuery(request, name, allowed).or(() -> cookie(request, name).filter(Arrays.asList(allowed)::contains));
    }

    /** Reads the raw query and not the parameters, which would consume a posted body too early. */
    private static Optional<String> inQuery(HttpServletRequest request, String name, String... allowed) {
        String query = request.getQueryString();
        if (query == null) {
            return Optional.empty();
        }
        return Arrays.stream(query.split("&")).filter(part -> part.startsWith(name + "=")).map(part -> part.substring(name.length() + 1))
                .filter(Arrays.asList(allowed)::contains).findFirst();
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Optional.empty()
                : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue).findFirst();
    }

    /** Keeps a choice made in the address for the pages to come. */
    static void keepChoices(HttpServletRequest request, HttpServletResponse response) {
        inQuery(request, "lang", "zh", "en").ifPresent(value -> keep(request, response, "lang", value, YEAR));
        inQuery(request, "elder", "1", "0").ifPresent(value -> keep(request, response, "elder", value, YEAR));
    }

    /** Forgets both choices, as a kiosk must before the next person. */
    public static void forgetChoices(HttpServletRequest request, HttpServletResponse response) {
        keep(request, response, "lang", "", 0);
        keep(request, response, "elder", "", 0);
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setSecure(request.isSecure());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** Eight letters and digits that are not mistaken for each other, the same for the whole request. */
    public static String reference(HttpServletRequest request) {
        if (request.getAttribute(REFERENCE) instanceof String known) {
            return known;
        }
        String made = RANDOM.ints(8, 0, LETTERS.length()).mapToObj(index -> LETTERS.substring(index, index + 1)).reduce("", String::concat);
        request.setAttribute(REFERENCE, made);
        return made;
    }

    private static @Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getParameterName(), token.getHeaderName(), token.getToken()) : null;
    }

    private static @Nullable Flash flash(HttpServletRequest request) {
        Map<String, ?> kept = RequestContextUtils.getInputFlashMap(request);
        return kept != null && kept.get(Flash.ATTRIBUTE) instanceof Flash flash ? flash : null;
    }
}
