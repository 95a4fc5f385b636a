/** The self-service machine: big, plain, and without a trace of whoever stood there before. */
@NullMarked
package org.fourportals.portal.kiosk;

import org.jspecify.annotations.NullMarked;
