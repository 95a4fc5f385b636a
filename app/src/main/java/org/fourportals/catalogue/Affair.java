package org.fourportals.catalogue;

import java.util.List;

import org.fourportals.base.Text;

/**
 * An affair 事项 as the city lists it (a row of {@code catalogue/affairs.tsv}); {@link AffairPlan} holds the rules where they are
 * written out.
 *
 * @param promisedDays   promised working days; 0 means decided at once
 * @param statutoryDays  statutory working days
 */
public record Affair(String id, Text name, String department, Audience audience, String lifeEvent, boolean zeroWindow, String kind,
        int promisedDays, int statutoryDays, String result, List<String> axes, List<String> sharedDatasets,
        List<String> usualDocuments) {

    /** Who can have it. */
    public enum Audience { PERSON, ORGANISATION }
}
