/** Real PostgreSQL started by the system itself, for one machine with nothing to install. */
@NullMarked
@NamedInterface("postgres")
package org.fourportals.base.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
