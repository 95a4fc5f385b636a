/** The service window: the next ticket, whom one serves, the worklist of all departments and the whole case on one page. */
@NullMarked
package org.fourportals.portal.counter;

import org.jspecify.annotations.NullMarked;
