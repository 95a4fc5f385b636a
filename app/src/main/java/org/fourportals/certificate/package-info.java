/** What a case issues: numbered, signed with the city's key, verifiable by anybody, its result handed back to the pool. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "audit", "catalogue", "casework", "casework :: events", "wallet", "intake"})
package org.fourportals.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
