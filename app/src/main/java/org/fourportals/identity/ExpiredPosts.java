package org.fourportals.identity;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.base.Portal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * A form that arrives after its session has ended is kept until its sender has signed in again, so that nothing typed is lost. Only a
 * form sent from our own pages is kept, as the browser itself says ({@code Sec-Fetch-Site}): nobody else can plant one.
 */
@Component
public class ExpiredPosts implements AccessDeniedHandler {

    private static final String ATTRIBUTE = "EXPIRED_POST";
    private static final int LARGEST = 200_000;
    private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();

    /** What was to be sent, and where to. */
    public record ExpiredPost(String path, Map<String, String[]> fields) implements Serializable {
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        boolean ours = "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
        if (!(denied instanceof CsrfException) || !ours || Portal.of(request.getRequestURI()) == Portal.KIOSK) {
            refuse.handle(request, response, denied);
            return;
        }
        Map<String, String[]> fields = new HashMap<>(request.getParameterMap());
        fields.remove("_csrf");
        long size = fields.values().stream().mapToLong(values -> String.join("", values).length()).sum();
        if (size <= LARGEST) {
            request.getSession().setAttribute(ATTRIBUTE, new ExpiredPost(request.getRequestURI(), fields));
        }
        response.sendRedirect(request.getUserPrincipal() != null ? "/resume"
                : "/oauth2/authorization/" + "city");
    }

    /** The form kept in this session, if any. */
    public static Optional<ExpiredPost> find(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof ExpiredPost post ? Optional.of(post) : Optional.empty();
    }

    /** Forgets it, once it was shown to its sender. */
    public static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }
}
