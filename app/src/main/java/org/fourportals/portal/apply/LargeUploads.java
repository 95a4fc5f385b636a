package org.fourportals.portal.apply;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.wallet.Wallet;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a file that is far too large on the page it was sent from. It goes before everything else, because the first look for the form's
 * token would already fail on it, and with it the page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LargeUploads extends OncePerRequestFilter {

    /** The query parameter that has the page say so. */
    static final String PARAMETER = "too-large";

    private static final Pattern PAPER = Pattern.compile("(/m|/kiosk|/counter)?/(apply|cases)/[0-9a-f-]{36}/(evidence|supplement)/[a-z0-9-]+");
    private static final int FRAME_OF_THE_FORM = 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean file = "POST".equals(request.getMethod()) && type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
        if (file && request.getContentLengthLong() > Wallet.LIMIT + FRAME_OF_THE_FORM && PAPER.matcher(request.getRequestURI()).matches()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getRequestURI() + "?" + PARAMETER + "=yes");
            return;
        }
        chain.doFilter(request, response);
    }
}
