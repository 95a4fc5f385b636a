/** Side-by-side measurements, one benchmark a name: ours and the peers in one run, figures printed and kept as JSON. */
@NullMarked
package org.fourportals.benchmarks;

import org.jspecify.annotations.NullMarked;
