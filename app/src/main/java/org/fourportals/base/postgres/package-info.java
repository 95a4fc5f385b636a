/** Real PostgreSQL started by the system itself, for one machine with nothing to install. */
@NullMarked
package org.fourportals.base.postgres;

import org.jspecify.annotations.NullMarked;
