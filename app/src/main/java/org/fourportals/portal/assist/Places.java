package org.fourportals.portal.assist;

import java.util.UUID;

import org.fourportals.assistant.Place;
import org.fourportals.assistant.Place.Kind;
import org.fourportals.base.Portal;

/** What a page is about, read from its address. Any text is some place; an address nobody knows is just a page. */
public final class Places {

    private static final int LONGEST = 300;
    private static final String WORD = "[a-z0-9][a-z0-9-]{0,79}";

    private Places() {
    }

    /** The address if it is one of this portal, else the portal's home. */
    static String clean(Portal portal, String at) {
        boolean plain = at.length() <= LONGEST && at.matches("/[A-Za-z0-9/_.-]*") && !at.contains("//") && !at.contains("..");
        return plain && Portal.of(at) == portal ? at : portal.path().isEmpty() ? "/" : portal.path();
    }

    /** `at` is clean. */
    public static Place of(Portal portal, String at) {
        String path = at.substring(portal.path().length());
        String[] parts = path.isEmpty() ? new String[] {""} : path.substring(1).split("/");
        String second = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "" , "home" -> Place.of(portal, portal == Portal.KIOSK ? Kind.MACHINE : portal == Portal.COUNTER ? Kind.WINDOW : Kind.HOME);
            case "affairs" -> second.matches(WORD) ? Place.affair(portal, Kind.AFFAIR, second) : Place.of(portal, Kind.HOME);
            case "apply" -> apply(portal, parts);
            case "cases" -> second.isEmpty() ? Place.of(portal, Kind.CASES) : ofCase(portal, Kind.CASE, second, "");
            case "wallet" -> Place.of(portal, Kind.WALLET);
            case "centres" -> Place.of(portal, Kind.CENTRES);
            case "ticket", "serve", "worklist" -> Place.of(portal, Kind.WINDOW);
            default -> Place.of(portal, Kind.OTHER);
        };
    }

    private static Place apply(Portal portal, String[] parts) {
        boolean question = parts.length > 3 && parts[2].equals("question");
        return ofCase(portal, question ? Kind.INTERVIEW : Kind.APPLY, parts.length > 1 ? parts[1] : "", question ? parts[3] : "");
    }

    private static Place ofCase(Portal portal, Kind kind, String id, String question) {
        try {
            return new Place(portal, kind, null, UUID.fromString(id), null, question.matches("[A-Za-z][A-Za-z0-9-]{0,79}") ? question : null);
        } catch (IllegalArgumentException noCase) {
            return Place.of(portal, Kind.OTHER);
        }
    }
}
