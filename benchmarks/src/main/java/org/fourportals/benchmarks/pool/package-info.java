/** The shared pool at the size of a city: loading, looking up, changing; beside PostgreSQL. */
@NullMarked
package org.fourportals.benchmarks.pool;

import org.jspecify.annotations.NullMarked;
