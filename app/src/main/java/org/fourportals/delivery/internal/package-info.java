@NullMarked
package org.fourportals.delivery.internal;

import org.jspecify.annotations.NullMarked;
