package org.fourportals.identity.internal;

import java.io.Serial;
import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Signed in at one machine, and valid only there. */
public final class CardAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    private final String username;
    private final String device;

    public CardAuthentication(String username, String device) {
        super(List.of());
        this.username = username;
        this.device = device;
        setAuthenticated(true);
    }

    public String username() {
        return username;
    }

    public String device() {
        return device;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return username;
    }
}
