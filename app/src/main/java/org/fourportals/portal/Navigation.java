package org.fourportals.portal;

import java.util.List;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;

/** Which main pages a portal offers to whom. A page that its reader may not open is not shown to her. */
final class Navigation {

    private static final Set<Role> EVERYONE = Set.of(Role.values());
    private static final Set<Role> CLERKS = Set.of(Role.CLERK);

    private static final List<Entry> RESIDENT = List.of(
            new Entry("frame.nav.home", "/", "home", EVERYONE),
            new Entry("frame.nav.cases", "/cases", "cases", Set.of(Role.RESIDENT)),
            new Entry("frame.nav.wallet", "/wallet", "wallet", Set.of(Role.RESIDENT)),
            new Entry("frame.nav.mandates", "/mandates", "mandate", Set.of(Role.RESIDENT)),
            new Entry("frame.nav.reads", "/reads", "eye", Set.of(Role.RESIDENT)));

    private static final List<Entry> COUNTER = List.of(
            new Entry("frame.nav.desk", "/", "desk", CLERKS),
            new Entry("frame.nav.worklist", "/worklist", "cases", CLERKS),
            new Entry("frame.nav.dispatch", "/dispatch", "printer", CLERKS),
            new Entry("frame.nav.affairs", "/affairs", "search", CLERKS));

    private static final List<Entry> OFFICE = List.of(
            new Entry("frame.nav.overview", "/", "home", Set.of(Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR)),
            new Entry("frame.nav.reviews", "/worklist", "cases", Set.of(Role.REVIEWER)),
            new Entry("frame.nav.overdue", "/overdue", "warn", Set.of(Role.REVIEWER, Role.HEAD, Role.SUPERVISOR)),
            new Entry("frame.nav.datasets", "/datasets", "data", Set.of(Role.BUREAU)),
            new Entry("frame.nav.quality", "/quality", "check", Set.of(Role.BUREAU)),
            new Entry("frame.nav.connectors", "/connectors", "mark", Set.of(Role.BUREAU)),
            new Entry("frame.nav.grants", "/grants", "mandate", Set.of(Role.REVIEWER, Role.BUREAU)),
            new Entry("frame.nav.plan", "/plan", "done", Set.of(Role.BUREAU)),
            new Entry("frame.nav.instruments", "/instruments", "info", Set.of(Role.REVIEWER, Role.BUREAU)),
            new Entry("frame.nav.enquiries", "/enquiries", "person", Set.of(Role.BUREAU)),
            new Entry("frame.nav.restrictions", "/restrictions", "lock", Set.of(Role.HEAD, Role.BUREAU)),
            new Entry("frame.nav.pool-reads", "/reads", "eye", Set.of(Role.BUREAU)),
            new Entry("frame.nav.catalogue", "/affairs", "catalogue", Set.of(Role.EDITOR, Role.BUREAU)),
            new Entry("frame.nav.sendings", "/notices", "bell", Set.of(Role.OPERATOR)),
            new Entry("frame.nav.operation", "/operation", "settings", Set.of(Role.OPERATOR)));

    private Navigation() {
    }

    static List<NavItem> of(Page page) {
        List<Entry> entries = switch (page.portal()) {
            case WEB, MOBILE -> RESIDENT;
            case COUNTER -> COUNTER;
            case OFFICE -> OFFICE;
            case KIOSK, API -> List.of();
        };
        boolean visitorSeesAll = page.portal() == Portal.WEB || page.portal() == Portal.MOBILE;
        return entries.stream().filter(entry -> visitorSeesAll && !page.signedIn() || mayOpen(page.actor(), entry))
                .map(entry -> new NavItem(page.t(entry.key), page.url(entry.path), entry.icon, isCurrent(page, entry.path))).toList();
    }

    private static boolean mayOpen(Actor actor, Entry entry) {
        return actor.roles().stream().anyMatch(entry.roles::contains);
    }

    private static boolean isCurrent(Page page, String path) {
        String url = page.url(path);
        return page.path().equals(url) || !path.equals("/") && page.path().startsWith(url + "/");
    }

    private record Entry(String key, String path, String icon, Set<Role> roles) {
    }
}
