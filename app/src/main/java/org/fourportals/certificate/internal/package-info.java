@NullMarked
package org.fourportals.certificate.internal;

import org.jspecify.annotations.NullMarked;
