/** What only a phone has: its own first page, and being installed and opened without a connection. */
@NullMarked
package org.fourportals.portal.mobile;

import org.jspecify.annotations.NullMarked;
