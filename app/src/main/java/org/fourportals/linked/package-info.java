/**
 * The catalogue as linked data: written in the words of CPSV-AP 3.2, the European vocabulary of public services, and read back from them. Its
 * library is touched with the first use only, so that a start costs nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "catalogue", "centre"})
package org.fourportals.linked;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
