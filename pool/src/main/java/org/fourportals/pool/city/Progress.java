package org.fourportals.pool.city;

/** Told how far the loading of the city has come. */
@FunctionalInterface
public interface Progress {

    /** @param residents how many are loaded, of {@code of} in all */
    void at(int residents, int of);
}
