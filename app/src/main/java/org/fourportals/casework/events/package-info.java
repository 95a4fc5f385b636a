/** What casework tells other rooms, within the act's transaction. */
@NullMarked
@NamedInterface("events")
package org.fourportals.casework.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
