/** How search reads a query and keeps its index. */
@NullMarked
package org.fourportals.search.internal;

import org.jspecify.annotations.NullMarked;
