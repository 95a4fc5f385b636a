/** What texts mean, as vectors: two language models that run in the process, on one thread each call. */
@NullMarked
package org.fourportals.search.internal.meaning;

import org.jspecify.annotations.NullMarked;
