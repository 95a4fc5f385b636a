/** The way in which departments' records, and the results of cases, reach the pool: connectors bring in what departments hold, row by row. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "audit"})
package org.fourportals.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
