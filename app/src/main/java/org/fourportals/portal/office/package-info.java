/** The departments' work place: reviewers decide, the data bureau oversees what is shared, editors see what is proved, operators keep it running. */
@NullMarked
package org.fourportals.portal.office;

import org.jspecify.annotations.NullMarked;
