/** The frame of every page: who asks, in which language, at which portal; errors, messages and assets. It holds no rules of any affair. */
@NullMarked
package org.fourportals.portal;

import org.jspecify.annotations.NullMarked;
