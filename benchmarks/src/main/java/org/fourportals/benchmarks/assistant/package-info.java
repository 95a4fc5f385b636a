/** Measures the assistant. */
@NullMarked
package org.fourportals.benchmarks.assistant;

import org.jspecify.annotations.NullMarked;
