/** Tells people what happened: inbox, mail, text message and push, each with its proof, nobody twice. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "audit", "desk", "casework::events", "centre::events", "delivery::events"})
package org.fourportals.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
