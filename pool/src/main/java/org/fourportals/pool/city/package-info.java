/** A city that nobody lives in: seeded residents, companies and homes, and the demo people whose stories are true in it. */
@NullMarked
package org.fourportals.pool.city;

import org.jspecify.annotations.NullMarked;
