/** Whether search finds what people mean, and how fast. */
@NullMarked
package org.fourportals.benchmarks.search;

import org.jspecify.annotations.NullMarked;
