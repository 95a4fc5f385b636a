/** The paper's way to the resident: ordered, packed in a centre, handed to a courier and tracked, or collected at a counter. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "audit", "desk", "casework", "catalogue", "certificate", "wallet", "centre"})
package org.fourportals.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
