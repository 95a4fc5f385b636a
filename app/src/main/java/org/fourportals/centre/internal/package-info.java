/** Where tickets are kept. */
@NullMarked
package org.fourportals.centre.internal;

import org.jspecify.annotations.NullMarked;
