/** `bench circumstances`: the engine of circumstances beside other rule engines, and the proofs of the catalogue. */
@NullMarked
package org.fourportals.benchmarks.circumstances;

import org.jspecify.annotations.NullMarked;
