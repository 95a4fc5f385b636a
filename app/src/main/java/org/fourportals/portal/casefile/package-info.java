/** A whole case on one page, as clerks at counters and reviewers in departments see it. */
@NullMarked
package org.fourportals.portal.casefile;

import org.jspecify.annotations.NullMarked;
