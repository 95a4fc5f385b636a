/** What departments share with whom and why; every read of the pool goes through here and leaves a trace its subject can see. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "audit"})
package org.fourportals.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
