@NullMarked
package org.fourportals.sharing.internal;

import org.jspecify.annotations.NullMarked;
