/** Starts and kills real Cassandra nodes on this machine, for tests and benchmarks. */
@NullMarked
package org.fourportals.cassandra;

import org.jspecify.annotations.NullMarked;
