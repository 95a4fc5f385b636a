@NullMarked
package org.fourportals.identity.internal;

import org.jspecify.annotations.NullMarked;
