/** How connectors' files and sources are read, and where it is kept how far each is. */
@NullMarked
package org.fourportals.intake.internal;

import org.jspecify.annotations.NullMarked;
