package org.fourportals.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Finds the template of a view name: {@code web/case} is {@code web/case.jte}, compiled at build time. Every template is given the {@link Page} as
 * {@code page}. A name that begins with {@code redirect:} leads to another page with status 303, so that a repeated load never posts twice.
 */
final class PageViews implements ViewResolver {

    private static final String REDIRECT = "redirect:";

    private final TemplateEngine engine;
    private final PageFrame frame;

    PageViews(TemplateEngine engine, PageFrame frame) {
        this.engine = engine;
        this.frame = frame;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith(REDIRECT)) {
            return redirect(name.substring(REDIRECT.length()));
        }
        if (name.indexOf('.', name.lastIndexOf('/') + 1) >= 0) {
            return null; // content negotiation asks for the same page as XML or JSON: there is none
        }
        if (!engine.hasTemplate(name + ".jte")) {
            throw new IllegalStateException("There is no template " + name + ".jte");
        }
        return new PageView(name + ".jte");
    }

    private static View redirect(String url) {
        RedirectView view = new RedirectView(url, true, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    private final class PageView implements View {

        private final String template;

        PageView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
        }

        /** Renders wholly before the first byte is sent, so that a failing template becomes an error page and not half a page. */
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
            Map<String, Object> parameters = new HashMap<>(model == null ? Map.of() : model);
            parameters.putIfAbsent("page", frame.of(request));
            Utf8ByteOutput output = new Utf8ByteOutput();
            engine.render(template, parameters, output);
            response.setContentType(getContentType());
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
