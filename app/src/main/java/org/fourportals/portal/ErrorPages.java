package org.fourportals.portal;

import java.net.URI;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place that tells a person or a program that something failed: what, what to do, and a reference that the log has too. Programs under
 * {@code /api} get problem details (RFC 9457), people a page in their language at their portal.
 */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR, Role.DEVICE, Role.SYSTEM})
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final PageFrame frame;

    ErrorPages(PageFrame frame) {
        this.frame = frame;
    }

    @RequestMapping("/error")
    Object tell(HttpServletRequest request, HttpServletResponse response) {
        Page page = frame.afterFailure(request);
        Failure failure = failure(request, page);
        HttpStatus status = status(request, failure);
        log(request, status, page);
        response.setStatus(status.value());
        if (PageFrame.path(request).startsWith("/api/") || PageFrame.path(request).equals("/api")) {
            return problem(page, failure, status);
        }
        return new ModelAndView("kit/errorPage", Map.of("page", page, "failure", failure.key(), "status", status.value()));
    }

    private static ResponseEntity<ProblemDetail> problem(Page page, Failure failure, HttpStatus status) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, page.t("error." + failure.key() + ".text"));
        detail.setTitle(page.t("error." + failure.key() + ".title"));
        detail.setInstance(URI.create("urn:fourportals:reference:" + page.reference()));
        detail.setProperty("reference", page.reference());
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail);
    }

    private static void log(HttpServletRequest request, HttpStatus status, Page page) {
        if (status.is5xxServerError()) {
            Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            LOG.error("Reference {}: {} {} ended with {}", page.reference(), request.getMethod(), page.path(), status.value(), cause);
        } else {
            LOG.info("Reference {}: {} {} ended with {}", page.reference(), request.getMethod(), page.path(), status.value());
        }
    }

    private static HttpStatus status(HttpServletRequest request, Failure failure) {
        HttpStatus told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? HttpStatus.resolve(code) : null;
        return told != null ? told : failure.status();
    }

    /** Who is not signed in is led to sign-in and not refused, so a refusal means that the form's session was over. */
    private static Failure failure(HttpServletRequest request, Page page) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Failure failure = code instanceof Integer number ? Failure.of(number) : Failure.MISSING;
        return failure == Failure.REFUSED && Integer.valueOf(403).equals(code) && !page.signedIn() ? Failure.EXPIRED : failure;
    }

    /** What people are told; every status falls into one of these. */
    enum Failure {
        BAD(400), REFUSED(403), MISSING(404), TOO_LARGE(413), EXPIRED(403), OUTAGE(500);

        private final int code;

        Failure(int code) {
            this.code = code;
        }

        HttpStatus status() {
            return HttpStatus.valueOf(code);
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Failure of(int code) {
            return switch (code) {
                case 401, 403 -> REFUSED;
                case 404, 405, 410 -> MISSING;
                case 413 -> TOO_LARGE;
                default -> code < 500 ? BAD : OUTAGE;
            };
        }
    }
}
