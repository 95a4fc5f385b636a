/** The one door behind every portal: authorise, make idempotent, transact, audit, dry-run. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "audit"})
package org.fourportals.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
