/**
 * The resident's main job, once for web, phone, kiosk and counter: from a draft through questions, papers and form to the receipt, and the pages
 * of her cases. It holds no rules: it asks the desk to act and shows what casework answers.
 */
@NullMarked
package org.fourportals.portal.apply;

import org.jspecify.annotations.NullMarked;
