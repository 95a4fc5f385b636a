/** Drafts and cases: interview, submit, accept, review, supplement, decide; the legal clock; the worklist. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "audit", "desk", "catalogue", "sharing", "representation", "wallet"})
package org.fourportals.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
