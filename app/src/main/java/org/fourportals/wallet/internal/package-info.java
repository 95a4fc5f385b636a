@NullMarked
package org.fourportals.wallet.internal;

import org.jspecify.annotations.NullMarked;
