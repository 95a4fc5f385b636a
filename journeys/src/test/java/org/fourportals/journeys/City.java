package org.fourportals.journeys;

/**
 * The city that all journeys share; a journey that kills its server has one of its own. With
 * {@code -Dfourportals.address} journeys walk through a city that is running already, which is quicker while one writes them.
 */
final class City {

    private static final String RUNNING = System.getProperty("fourportals.address", "");
    private static final CityServer SHARED = RUNNING.isBlank() ? CityServer.startWithCourier() : CityServer.running(RUNNING);

    private City() {
    }

    static CityServer shared() {
        return SHARED;
    }
}
