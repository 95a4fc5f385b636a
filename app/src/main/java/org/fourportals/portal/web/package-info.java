/**
 * What people see before, around and after an application: home, search, affairs, departments, centres, the wallet, mandates, who looked,
 * verification and help. One set of pages; the frame gives each portal its looks. No rules of any affair.
 */
@NullMarked
package org.fourportals.portal.web;

import org.jspecify.annotations.NullMarked;
