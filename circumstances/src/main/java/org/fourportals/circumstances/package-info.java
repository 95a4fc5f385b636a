/**
 * From conditions to a checklist. An affair's questions, exclusions, grounds, refusals and requirements are compiled into one
 * decision diagram over all circumstances; on it they are counted and proved complete, and each interview walks along it.
 */
@NullMarked
package org.fourportals.circumstances;

import org.jspecify.annotations.NullMarked;
