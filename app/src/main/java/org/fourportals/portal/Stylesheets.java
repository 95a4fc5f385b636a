package org.fourportals.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One style sheet for each frame, put together at start from the parts of the kit and, last, the city's own sheet, which sets the tokens again. A
 * browser asks once and keeps it for ever.
 */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR, Role.DEVICE, Role.SYSTEM})
class Stylesheets {

    static final List<String> FRAMES = List.of("web", "mobile", "kiosk", "work");
    private static final List<String> PARTS = List.of("govuk/govuk-frontend.min.css", "css/tokens.css", "css/base.css", "css/forms.css", "css/kit.css",
            "css/blocks.css", "css/find.css", "css/pictures.css", "css/figures.css", "css/pieces.css",
            "css/assist.css");
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final Assets assets;
    private final Map<String, String> sheets = new LinkedHashMap<>();

    Stylesheets(Assets assets) {
        this.assets = assets;
        for (String frame : FRAMES) {
            StringBuilder sheet = new StringBuilder();
            PARTS.forEach(part -> sheet.append(assets.text(part)).append('\n'));
            sheets.put(frame, sheet.append(assets.text("css/" + frame + ".css")).append('\n').append(assets.text("css/print.css")).append('\n')
                    .append(assets.citySheet()).toString());
        }
    }

    @GetMapping("/assets/{version}/styles/{frame}.css")
    ResponseEntity<String> sheet(@PathVariable String version, @PathVariable String frame) {
        String sheet = sheets.get(frame);
        if (sheet == null || !version.equals(assets.version())) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok().contentType(CSS).cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()).body(sheet);
    }
}
