package org.fourportals.portal.web;

import org.fourportals.base.CityTime;
import org.fourportals.centre.Centre;
import org.fourportals.portal.Page;

/** A service centre as it is shown, and whether it is open now. */
public record CentreLine(String id, String name, String address, String hours, boolean open) {

    static CentreLine of(Page page, Centre centre, CityTime time) {
        return new CentreLine(centre.id(), page.t(centre.name()), page.t(centre.address()), centre.hours().in(page.language()),
                centre.hours().isOpenAt(time.now().atZone(time.zone()).toLocalDateTime()));
    }
}
