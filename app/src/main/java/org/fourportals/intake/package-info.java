/** The way in which departments' records, and the results of cases, reach the pool. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "audit"})
package org.fourportals.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
