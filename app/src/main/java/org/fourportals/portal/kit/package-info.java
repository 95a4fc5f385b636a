/** The small records the kit's templates are given; a page fills them and the template makes the HTML. */
@NullMarked
package org.fourportals.portal.kit;

import org.jspecify.annotations.NullMarked;
