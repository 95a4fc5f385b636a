package org.fourportals.portal;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.fourportals.base.Actor;
import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/** Pages and readers for tests that need no running server. */
public final class Samples {

    public static final Page.House HOUSE = new Page.House(Messages.fromClasspath(), Assets.load(null),
            new City(new Text("示范市", "Demo City"), ZoneId.of("Asia/Shanghai")));
    private static final TemplateEngine ENGINE = PortalConfiguration.engine();

    private Samples() {
    }

    public static Page page(Portal portal, Language language, boolean elder, Actor actor, String path, @Nullable String query) {
        var visit = new Visit(new Visit.Address(portal, path, query), new Visit.Choices(language, elder), actor, "7K3M9QXR");
        return new Page(HOUSE, visit, () -> new Csrf("_csrf", "X-CSRF-TOKEN", "token-of-the-test"), Flash.done("frame.saved"));
    }

    public static Page page(Portal portal, Language language, boolean elder) {
        return page(portal, language, elder, reader(portal), portal.path() + "/kit", null);
    }

    public static Actor reader(Portal portal) {
        return switch (portal) {
            case WEB, MOBILE, KIOSK, API -> new Actor.Resident(new Subject(7), "李梅", portal, null);
            case COUNTER -> new Actor.Staff("wang", new Text("王芳", "Wang Fang"), Set.of(Role.CLERK), "government-services", "centre-1", portal, null);
            case OFFICE -> new Actor.Staff("zhao", new Text("赵强", "Zhao Qiang"), Set.of(Role.REVIEWER, Role.BUREAU, Role.EDITOR), "health", null, portal, null);
        };
    }

    public static String render(String template, Page page, Map<String, ?> more) {
        Map<String, Object> parameters = new java.util.HashMap<>(more);
        parameters.put("page", page);
        StringOutput output = new StringOutput();
        ENGINE.render(template + ".jte", parameters, output);
        return output.toString();
    }
}
