package org.fourportals.demo;

import java.time.Duration;

import org.fourportals.base.Portal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the console where the portals are, how long the start took and whom one can sign in as. */
@Component
@ConditionalOnProperty("fourportals.demo")
class DemoGreeting {

    private final DemoAccess access;
    private final Environment environment;

    DemoGreeting(DemoAccess access, Environment environment) {
        this.access = access;
        this.environment = environment;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        String base = "http://localhost:" + environment.getProperty("local.server.port");
        Duration taken = ready.getTimeTaken();
        StringBuilder text = new StringBuilder("\n四个入口 Four Portals is ready");
        text.append(taken == null ? "" : " after %.1f s".formatted(taken.toMillis() / 1000.0)).append("\n\n");
        line(text, "web      电脑", base + "/");
        line(text, "mobile   手机", base + Portal.MOBILE.path());
        line(text, "kiosk    自助机", base + Portal.KIOSK.path());
        line(text, "counter  窗口", base + Portal.COUNTER.path());
        line(text, "office   部门", base + Portal.OFFICE.path());
        line(text, "API", base + "/api/openapi.json");
        text.append("\nSign in as (password ").append(DemoAccess.PASSWORD).append("; at the kiosk the card number and code ")
                .append(DemoAccess.CARD_CODE).append("):\n");
        access.listResidents().forEach(p -> text.append("  %-16s %s  %s%n".formatted(p.username(), p.card(), p.story().en())));
        access.listStaff().forEach(p -> text.append("  %-18s %s%n".formatted(p.username(), p.story().en())));
        text.append("\nCtrl-C stops it; the data stay.\n");
        System.out.println(text);
    }

    private static void line(StringBuilder text, String portal, String address) {
        text.append("  %-16s %s%n".formatted(portal, address));
    }
}
