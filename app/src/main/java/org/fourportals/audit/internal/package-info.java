@NullMarked
package org.fourportals.audit.internal;

import org.jspecify.annotations.NullMarked;
