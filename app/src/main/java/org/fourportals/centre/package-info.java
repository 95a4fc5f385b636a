/** Service centres and their windows; bookings, tickets and the calling of them, so that nobody is called twice and nobody is forgotten. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "casework", "desk"})
package org.fourportals.centre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
