package org.fourportals.identity;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
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
                return actor(account, portal, device == null ? null : device.id());
            }
        }
        return device != null ? new Actor.Device(device.id(), device.centre()) : new Actor.Visitor(portal);
    }

    private static Actor actor(Account account, Portal portal, @Nullable String device) {
        if (account.subject() != null) {
            return new Actor.Resident(account.subject(), account.name().zh(), portal, device);
        }
        String department = java.util.Objects.requireNonNull(account.department(), "staff have a department");
        return new Actor.Staff(account.username(), account.name(), account.roles(), department, account.centre(), portal);
    }

}
