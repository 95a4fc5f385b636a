package org.fourportals.portal.apply;

import java.util.List;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Field;
import org.fourportals.portal.kit.Known;
import org.jspecify.annotations.Nullable;

/** The form as it is shown: sections of fields, each either known to the city or an input with what was typed. */
public record FormView(List<Section> sections) {

    /** Fields that belong together. */
    public record Section(String title, List<Entry> entries) {
    }

    /**
     * One field.
     *
     * @param known what the city has; then there is no input
     * @param own   whether the resident types it although the city has something else
     */
    public record Entry(AffairPlan.Field field, @Nullable Known known, Field input, List<Choice> choices, boolean own) {

        public DayParts day() {
            return DayParts.of(input.value() == null ? "" : input.value());
        }
    }
}
