/** Documents handed in once: what they are, where they lie sealed, and how later affairs find them again. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "audit"})
package org.fourportals.wallet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
