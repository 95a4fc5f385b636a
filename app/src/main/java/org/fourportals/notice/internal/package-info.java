/** Where notices are kept and how they leave the house. */
@NullMarked
package org.fourportals.notice.internal;

import org.jspecify.annotations.NullMarked;
