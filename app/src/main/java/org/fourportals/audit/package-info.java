/** Append-only record of reads and acts: who, what, about whom, for which case and why. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity"})
package org.fourportals.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
