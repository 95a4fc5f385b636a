/**
 * The data bureau: answers residents who ask why somebody looked at their data, finds out how good the data are, plans what is shared next and holds
 * departments to it. What last year's cases needed it learns in numbers from {@code casework.LastYear}, which tells nothing of a single one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "audit", "sharing", "representation", "catalogue", "casework"})
package org.fourportals.bureau;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
