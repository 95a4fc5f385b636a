/** What the catalogue tells other rooms. */
@NullMarked
@NamedInterface("events")
package org.fourportals.catalogue.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
