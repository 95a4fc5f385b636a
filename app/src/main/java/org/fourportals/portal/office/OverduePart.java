package org.fourportals.portal.office;

import org.fourportals.portal.kit.Table;

/** What one department has to bring in order. */
public record OverduePart(String department, Table table) {
}
