/** The assistant on every page of every portal: the panel, the page of its own for browsers without scripts, and where its answers lead. */
@NullMarked
package org.fourportals.portal.assist;

import org.jspecify.annotations.NullMarked;
