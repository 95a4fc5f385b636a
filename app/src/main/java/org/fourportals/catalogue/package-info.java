/** Affairs and their published versions: facts in, checklist out. Reads the city's files, proves them, keeps every version a case is pinned to. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity"})
package org.fourportals.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
