package org.fourportals.linked;

/**
 * The names of things as addresses: that of the linked data which describes the thing, and after `#` which thing there. Who follows a name
 * finds what it means.
 *
 * @param city the city's public address, with a slash at its end
 */
record Addresses(String city) {

    /** Ids are those of the catalogue: the part before the first slash is the affair's. */
    String ofAffair(String kind, String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? city + "api/affairs/" + id + "/linked-data#" + kind
                : city + "api/affairs/" + id.substring(0, slash) + "/linked-data#" + kind + "-" + id.substring(slash + 1).replace('/', '-');
    }

    String shared(String kind, String id) {
        return city + "api/catalogue/linked-data#" + kind + "-" + id;
    }

    String dataset(String thing) {
        return city + "api/datasets/linked-data#" + thing;
    }
}
