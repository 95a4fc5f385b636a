package org.fourportals.journeys;

/** The city that all journeys share; only a journey that kills its server has one of its own. */
final class City {

    private static final CityServer SHARED = CityServer.start();

    private City() {
    }

    static CityServer shared() {
        return SHARED;
    }
}
