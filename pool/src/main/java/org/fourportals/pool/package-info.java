/**
 * The records that departments share, by subject: the newest source version of each wins, whatever the order or
 * repetition of delivery. {@link org.fourportals.pool.Pool} is the way in; which engine keeps the records is a choice
 * of the operator.
 */
@NullMarked
package org.fourportals.pool;

import org.jspecify.annotations.NullMarked;
