/** Answers what people ask on a page, from the catalogue, the help and what they may see of their own cases, always with the source; proposes, never acts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "catalogue", "casework", "search", "meaning"})
package org.fourportals.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
