package org.fourportals.portal.apply;

import java.util.List;

import org.fourportals.portal.kit.Line;

/** One section of the form on the page that checks everything. */
public record CheckSection(String title, List<Line> lines) {
}
