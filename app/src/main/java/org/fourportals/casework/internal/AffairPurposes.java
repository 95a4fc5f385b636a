package org.fourportals.casework.internal;

import java.util.Optional;

import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.sharing.Purposes;
import org.springframework.stereotype.Component;

/** Affairs are what departments' data are read for, each by the department that settles it. */
@Component
class AffairPurposes implements Purposes {

    private final Catalogue catalogue;

    AffairPurposes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<String> departmentOf(String purpose) {
        return catalogue.findAffair(purpose).map(Affair::department);
    }
}
