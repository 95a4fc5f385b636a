package org.fourportals.portal.office;

import java.util.List;
import java.util.UUID;

import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Tag;

/**
 * A lawful restriction as its page shows it.
 *
 * @param decides whether the reader may grant or refuse it
 * @param lifts   whether she may end it
 */
public record ShownRestriction(UUID id, String title, Tag tag, List<Line> lines, boolean decides, boolean lifts) {

    public ShownRestriction {
        lines = List.copyOf(lines);
    }
}
