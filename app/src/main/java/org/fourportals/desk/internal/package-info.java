@NullMarked
package org.fourportals.desk.internal;

import org.jspecify.annotations.NullMarked;
