/**
 * Decision diagrams over questions with several blocks of answers each: conditions as shared formulas, functions of the
 * answers as shared reduced diagrams, and the diagram of all circumstances on which they are counted. Knows nothing of
 * words and pages: questions, blocks and formulas are numbers here.
 *
 * <p>A question's blocks are numbered from 0; the number after the last stands for "not asked". An answer that is not
 * known is -1.
 */
@NullMarked
package org.fourportals.circumstances.diagram;

import org.jspecify.annotations.NullMarked;
