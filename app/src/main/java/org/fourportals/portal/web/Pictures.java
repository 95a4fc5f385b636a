package org.fourportals.portal.web;

import java.util.Map;

/** The picture of each life event and of each place where one is served; a picture helps those who would rather look than read. */
public final class Pictures {

    private static final Map<String, String> EVENTS = Map.ofEntries(Map.entry("birth", "child"), Map.entry("schooling", "school"),
            Map.entry("work", "work"), Map.entry("social-insurance", "wallet"), Map.entry("health", "health"), Map.entry("housing", "house"),
            Map.entry("household-registration", "card"), Map.entry("vehicle-and-driving", "car"), Map.entry("marriage", "person"),
            Map.entry("disability", "hand"), Map.entry("retirement", "elder"), Map.entry("death", "file"),
            Map.entry("hardship-support", "hand"), Map.entry("military-service", "check"), Map.entry("travel", "exit"),
            Map.entry("legal-help", "mandate"), Map.entry("starting-a-business", "company"), Map.entry("running-a-business", "desk"),
            Map.entry("construction", "city"), Map.entry("culture-and-association", "catalogue"));

    private Pictures() {
    }

    /** The icon of a life event; a plain sheet for one that has none of its own. */
    public static String ofEvent(String lifeEvent) {
        return EVENTS.getOrDefault(lifeEvent, "file");
    }

    /** The icon of an affair: of what it is about where the name tells, else of its life event. */
    public static String ofAffair(String affair, String lifeEvent) {
        return affair.contains("food") ? "food" : affair.contains("utilities") ? "house" : affair.contains("permit") ? "card" : ofEvent(lifeEvent);
    }
}
