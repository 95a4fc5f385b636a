package org.fourportals.portal.web;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.identity.Devices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where and for what one may book, and in which centre one stands. */
@Component
final class BookingPlaces {

    private final Centres centres;
    private final Catalogue catalogue;
    private final Devices devices;

    BookingPlaces(Centres centres, Catalogue catalogue, Devices devices) {
        this.centres = centres;
        this.catalogue = catalogue;
        this.devices = devices;
    }

    List<Centre> list() {
        return centres.list();
    }

    Optional<Centre> find(String id) {
        return centres.find(id);
    }

    /** The centre of the machine or the clerk; empty at home. */
    Optional<Centre> here(Actor actor, HttpServletRequest request) {
        Optional<String> id = actor instanceof Actor.Staff clerk ? Optional.ofNullable(clerk.centre())
                : actor instanceof Actor.Resident resident && resident.device() != null ? devices.find(request).map(Devices.Device::centre) : Optional.empty();
        return id.flatMap(centres::find);
    }

    /** The affair of this id; null, which is advice, where there is none. */
    @Nullable String affair(String id) {
        return catalogue.findAffair(id).map(Affair::id).orElse(null);
    }
}
