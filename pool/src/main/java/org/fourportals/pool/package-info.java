/** The records that departments share, by subject: the newest source version of each wins, whatever the order of delivery. */
@NullMarked
package org.fourportals.pool;

import org.jspecify.annotations.NullMarked;
