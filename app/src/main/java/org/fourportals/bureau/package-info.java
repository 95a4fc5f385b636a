/** The data bureau: answers residents who ask why somebody looked at their data. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "audit", "sharing", "representation"})
package org.fourportals.bureau;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
