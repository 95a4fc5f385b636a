@NullMarked
package org.fourportals.assistant.internal;

import org.jspecify.annotations.NullMarked;
