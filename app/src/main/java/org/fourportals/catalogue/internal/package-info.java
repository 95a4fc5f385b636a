/** How the catalogue's files are read, and where their published texts are kept. */
@NullMarked
package org.fourportals.catalogue.internal;

import org.jspecify.annotations.NullMarked;
