package org.fourportals.search.internal;

import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;

/**
 * An affair with the words around it by which it can be found.
 *
 * @param plain what the written-out file says in plain words; empty where the affair is only listed
 */
public record Described(Affair affair, Text department, Text lifeEvent, String plainZh, String plainEn) {
}
