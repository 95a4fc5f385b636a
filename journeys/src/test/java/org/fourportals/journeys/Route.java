package org.fourportals.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An address that the program declares, with the roles that may open it. */
record Route(String pattern, String roles) {

    private static final List<String> PORTALS = List.of("/m", "/kiosk", "/counter");

    /** As the program's own test of all endpoints wrote them down in the same build. */
    static List<Route> all() {
        try {
            return Files.readAllLines(Path.of("..", "app", "target", "routes.txt")).stream().map(line -> line.split("\t", 2))
                    .map(parts -> new Route(parts[0], parts[1])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Run the tests of app first: they write down the program's routes", e);
        }
    }

    /** `/m`, `/kiosk`, `/counter`, or nothing. */
    String portal() {
        return PORTALS.stream().filter(p -> pattern.equals(p) || pattern.startsWith(p + "/")).findFirst().orElse("");
    }

    /** The pattern as on the web portal. */
    String plain() {
        return pattern.substring(portal().length());
    }

    boolean isFor(String role) {
        return roles.contains(role);
    }

    boolean isOffice() {
        return pattern.equals("/office") || pattern.startsWith("/office/");
    }
}
