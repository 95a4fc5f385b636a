/** Fills the demo city, whose people and companies are nobody's; never part of a real city, which turns it off by leaving it off. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "sharing", "catalogue"})
package org.fourportals.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
