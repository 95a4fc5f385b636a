/** Who acts and how surely: residents, staff, devices, their sign-in, their mandates, and the keys under which their data are sealed. */
@NullMarked
@ApplicationModule(allowedDependencies = "base")
package org.fourportals.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
