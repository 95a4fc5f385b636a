/**
 * Where the spots and edges of an affair's picture lie on a page: rows of questions from above to below, ends in the last.
 * It knows nothing of colours, words and files.
 */
@NullMarked
package org.fourportals.circumstances.picture;

import org.jspecify.annotations.NullMarked;
