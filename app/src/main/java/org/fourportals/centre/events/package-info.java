/** What the centres tell other rooms. */
@NullMarked
@NamedInterface("events")
package org.fourportals.centre.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
