/** Whole cases from handing in to the decision, beside a process engine and hand-written JDBC on the same PostgreSQL. */
@NullMarked
package org.fourportals.benchmarks.casework;

import org.jspecify.annotations.NullMarked;
