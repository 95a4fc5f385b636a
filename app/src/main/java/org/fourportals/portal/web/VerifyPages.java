package org.fourportals.portal.web;

import jakarta.servlet.http.HttpServletResponse;

import org.fourportals.base.Role;
import org.fourportals.certificate.Certificates;
import org.fourportals.certificate.Verification;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a stranger learns whether a certificate is true, by the code printed on it. Nothing is told but what she holds in her hand already. */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR, Role.DEVICE})
final class VerifyPages {

    private final Certificates certificates;

    VerifyPages(Certificates certificates) {
        this.certificates = certificates;
    }

    @GetMapping({"/verify", "/m/verify", "/kiosk/verify"})
    String ask(Page page, @RequestParam(defaultValue = "") String code, HttpServletResponse response, Model model) {
        return code.isBlank() ? answer(model, "", null) : show(page, code, response, model);
    }

    @GetMapping({"/verify/{code}", "/m/verify/{code}", "/kiosk/verify/{code}"})
    String show(Page page, @PathVariable String code, HttpServletResponse response, Model model) {
        var verification = certificates.verify(code);
        if (verification instanceof Verification.Unknown) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        response.setHeader("X-Robots-Tag", "noindex");
        return answer(model, code, verification);
    }

    private static String answer(Model model, String code, @Nullable Verification verification) {
        model.addAttribute("code", code.length() > 80 ? "" : code);
        model.addAttribute("verification", verification);
        return "web/verify";
    }
}
