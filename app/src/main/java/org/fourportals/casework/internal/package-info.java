@NullMarked
package org.fourportals.casework.internal;

import org.jspecify.annotations.NullMarked;
