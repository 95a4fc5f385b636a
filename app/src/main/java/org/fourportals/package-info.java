/** Four Portals: the rooms of the city's house, one package each, and the door that starts them. */
@NullMarked
package org.fourportals;

import org.jspecify.annotations.NullMarked;
