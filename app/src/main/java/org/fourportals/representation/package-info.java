/** Who may act for whom by the registers and by mandates: a parent for a child, a legal representative or an agent for a company. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "sharing"})
package org.fourportals.representation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
