/** What texts mean, as vectors: two language models that run in the process, on one thread each call. A library of its own: it knows no affair. */
@NullMarked
@ApplicationModule(allowedDependencies = "base")
package org.fourportals.meaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
