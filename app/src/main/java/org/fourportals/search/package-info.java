/** Finds affairs by words in both languages, by pinyin and in spite of slips; says so when nothing fits. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "identity", "catalogue", "catalogue :: events", "centre", "meaning"})
package org.fourportals.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
