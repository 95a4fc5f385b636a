/** What delivery tells other rooms. */
@NullMarked
@NamedInterface("events")
package org.fourportals.delivery.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
