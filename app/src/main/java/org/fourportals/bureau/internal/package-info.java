@NullMarked
package org.fourportals.bureau.internal;

import org.jspecify.annotations.NullMarked;
