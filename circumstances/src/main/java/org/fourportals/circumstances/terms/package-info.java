/**
 * Conditions as alternatives: what each comparison looks at is a column with few classes of values, and a condition is
 * a list of terms, each of which asks some columns for some classes. Tables for other tools and the fast evaluation
 * are made of these.
 */
@NullMarked
package org.fourportals.circumstances.terms;

import org.jspecify.annotations.NullMarked;
