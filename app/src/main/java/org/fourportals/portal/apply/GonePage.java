package org.fourportals.portal.apply;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.portal.PageFrame;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says kindly that there is no such draft here, and how to find one's own again; nothing of others is betrayed by it. */
@ControllerAdvice(basePackageClasses = GonePage.class)
final class GonePage {

    private final PageFrame frame;

    GonePage(PageFrame frame) {
        this.frame = frame;
    }

    @ExceptionHandler(DraftGone.class)
    ModelAndView gone(HttpServletRequest request) {
        return new ModelAndView("apply/gone", Map.of("page", frame.of(request)), HttpStatus.NOT_FOUND);
    }
}
