/** The numbers by which the state knows people and organisations: read, checked and made as their standards say. */
@NullMarked
package org.fourportals.pool.identifier;

import org.jspecify.annotations.NullMarked;
