package org.fourportals.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A case whose time runs out or is over, as far as it is known without opening what is sealed in it.
 *
 * @param departments those whose turn it is
 * @param told        who was told of this deadline
 */
public record OverdueCase(UUID id, String number, String affair, CaseState state, LocalDate deadline, List<String> departments, Set<Alarm> told) {

    OverdueCase of(List<String> responsible) {
        return new OverdueCase(id, number, affair, state, deadline, responsible, told);
    }
}
