package org.fourportals.portal.web;

import java.util.List;

import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Line;

/**
 * A record about somebody as she sees it.
 *
 * @param place  tells it from the others of the page
 * @param fields of which she may say that it is wrong
 */
public record HeldRecord(String dataset, String id, String place, String title, String department, List<Line> lines, List<Choice> fields) {

    public HeldRecord {
        lines = List.copyOf(lines);
        fields = List.copyOf(fields);
    }
}
