package org.fourportals.identity;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.identity.internal.CardAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;

/** Who is behind a request: from the sign-in, read fresh from the accounts, so that a withdrawn role ends at once. */
@Component
public class CurrentActor {

    private static final String ATTRIBUTE = CurrentActor.class.getName();
    private static final String BROWSER = "BROWSER";
    private static final String SERVING = "SERVING";

    private final Accounts accounts;
    private final Devices devices;

    CurrentActor(Accounts accounts, Devices devices) {
        this.accounts = accounts;
        this.devices = devices;
    }

    public Actor of(HttpServletRequest request) {
        Object known = request.getAttribute(ATTRIBUTE);
        if (known instanceof Actor actor) {
            return actor;
        }
        Actor actor = resolve(request);
        request.setAttribute(ATTRIBUTE, actor);
        return actor;
    }

    private Actor resolve(HttpServletRequest request) {
        Portal portal = Portal.of(request.getServletPath().isEmpty() ? request.getRequestURI() : request.getServletPath());
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Devices.@Nullable Device device = portal == Portal.KIOSK ? devices.find(request).orElse(null) : null;
        String username = switch (authentication) {
            case CardAuthentication card when device != null && device.id().equals(card.device()) -> card.username();
            case OAuth2AuthenticationToken token when portal != Portal.KIOSK -> token.getName();
            case null, default -> null;
        };
        if (username != null) {
            Account account = accounts.findByUsername(username).orElse(null);
            if (account != null) {
                return actor(account, portal, device == null ? null : device.id(), (Long) attribute(request, SERVING));
            }
        }
        return device != null ? new Actor.Device(device.id(), device.centre())
                : new Actor.Visitor(portal, (UUID) attribute(request, BROWSER));
    }

    /** Remembers that this browser holds an anonymous draft; the same id at every call of a session. */
    public UUID browser(HttpServletRequest request, CityTime time) {
        if (attribute(request, BROWSER) instanceof UUID known) {
            return known;
        }
        UUID fresh = Uuid7.next(time.clock());
        request.getSession().setAttribute(BROWSER, fresh);
        request.removeAttribute(ATTRIBUTE);
        return fresh;
    }

    /** The browser's id, if it holds an anonymous draft. */
    public Optional<UUID> findBrowser(HttpServletRequest request) {
        return Optional.ofNullable((UUID) attribute(request, BROWSER));
    }

    /** The resident whom the clerk of this session serves from now on; null for nobody. */
    public void serve(HttpServletRequest request, @Nullable Subject resident) {
        request.getSession().setAttribute(SERVING, resident == null ? null : resident.number());
        request.removeAttribute(ATTRIBUTE);
    }

    private static @Nullable Object attribute(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getAttribute(name);
    }

    private static Actor actor(Account account, Portal portal, @Nullable String device, @Nullable Long serving) {
        if (account.subject() != null) {
            return new Actor.Resident(account.subject(), account.name().zh(), portal, device);
        }
        String department = java.util.Objects.requireNonNull(account.department(), "staff have a department");
        return new Actor.Staff(account.username(), account.name(), account.roles(), department, account.centre(), portal,
                serving == null ? null : new Subject(serving));
    }

}
