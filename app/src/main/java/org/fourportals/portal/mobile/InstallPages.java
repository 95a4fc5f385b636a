package org.fourportals.portal.mobile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What makes the phone's pages an app: its description, its worker, and the page shown without a connection. The worker keeps style sheets,
 * scripts and pictures and that one page; never a page of anybody.
 */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
final class InstallPages {

    private static final MediaType MANIFEST = new MediaType("application", "manifest+json", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final String worker;

    InstallPages() throws IOException {
        worker = new ClassPathResource("static/assets/mobile/service-worker.js").getContentAsString(StandardCharsets.UTF_8);
    }

    /** A web app manifest (W3C), as far as it is used. */
    record Manifest(String id, String name, String short_name, String description, String lang, String start_url, String scope, String display,
            String orientation, String background_color, String theme_color, List<Icon> icons, List<Shortcut> shortcuts) {
    }

    record Icon(String src, String sizes, String type, String purpose) {
    }

    record Shortcut(String name, String url) {
    }

    @GetMapping("/m/manifest.webmanifest")
    ResponseEntity<Manifest> manifest(Page page) {
        String name = page.t("frame.service") + " · " + page.cityName();
        Manifest manifest = new Manifest("/m", name, page.t("frame.service"), page.t("mobile.description"), page.language().tag(), "/m", "/m",
                "standalone", "portrait", "#f5f7f6", "#0d4f5c",
                List.of(icon(page, "192", "any"), icon(page, "512", "any"), icon(page, "maskable-512", "maskable")),
                List.of(new Shortcut(page.t("frame.nav.cases"), "/m/cases"), new Shortcut(page.t("frame.nav.wallet"), "/m/wallet")));
        return ResponseEntity.ok().contentType(MANIFEST).cacheControl(CacheControl.maxAge(Duration.ofHours(1))).body(manifest);
    }

    private static Icon icon(Page page, String which, String purpose) {
        String size = which.substring(which.lastIndexOf('-') + 1);
        return new Icon(page.asset("mobile/icon-" + which + ".png"), size + "x" + size, "image/png", purpose);
    }

    @GetMapping("/m/service-worker.js")
    ResponseEntity<String> worker(Page page) {
        String files = String.join("\", \"", page.styles("mobile"), page.asset("css/public.css"), page.asset("js/early.js"), page.asset("js/main.js"),
                page.asset("img/icons.svg"), page.asset("img/mark.svg"));
        String head = "const VERSION = \"" + page.asset("img/mark.svg").split("/")[2] + "\";\nconst FILES = [\"" + files + "\", \"/m/offline\"];\n";
        return ResponseEntity.ok().contentType(SCRIPT).cacheControl(CacheControl.noCache()).header("Service-Worker-Allowed", "/m")
                .body(head + worker);
    }

    @GetMapping("/m/offline")
    String offline() {
        return "mobile/offline";
    }
}
