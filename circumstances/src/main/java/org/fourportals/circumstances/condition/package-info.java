/**
 * The condition language of the catalogue: FEEL cut down to what can be analysed. A condition is parsed once, checked
 * against the declared names, and evaluated in three-valued logic. It serves conditions over an affair's questions and
 * over the records of the pool alike.
 */
@NullMarked
package org.fourportals.circumstances.condition;

import org.jspecify.annotations.NullMarked;
