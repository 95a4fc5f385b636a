/** The words every room shares: ids, texts in two languages, who acts, operations and their refusals, the city's time. */
@NullMarked
package org.fourportals.base;

import org.jspecify.annotations.NullMarked;
