/**
 * The circumstance engine: an affair's questions and rules go in, and either a list of what is wrong with them comes out,
 * each with the answers that show it, or a compiled affair that is proved complete, knows how many circumstances it has,
 * leads the interview and names the checklist. It knows nothing of files, pages or databases.
 */
@NullMarked
package org.fourportals.circumstances;

import org.jspecify.annotations.NullMarked;
