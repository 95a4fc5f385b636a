/** Affairs in the language of other tools: a DMN 1.5 model with the same questions and the same results. */
@NullMarked
package org.fourportals.circumstances.dmn;

import org.jspecify.annotations.NullMarked;
