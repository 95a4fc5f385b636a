package org.fourportals.intake;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a source's columns differ from those seen before.
 *
 * @param added columns with their types that were not there
 * @param missing columns with their types that are gone
 * @param changed columns whose type differs: {@code old → new}
 * @param needed those of the missing that the connector's file names; only a corrected file can replace them
 */
public record ColumnChange(Map<String, String> added, Map<String, String> missing, Map<String, String> changed, Set<String> needed) {

    /** @param neededBy the columns that the connector's file names */
    public static ColumnChange between(Map<String, String> before, Map<String, String> now, Set<String> neededBy) {
        Map<String, String> added = new TreeMap<>(now);
        added.keySet().removeAll(before.keySet());
        Map<String, String> missing = new TreeMap<>(before);
        missing.keySet().removeAll(now.keySet());
        Map<String, String> changed = new TreeMap<>();
        before.forEach((name, type) -> {
            if (now.containsKey(name) && !type.equals(now.get(name))) {
                changed.put(name, type + " → " + now.get(name));
            }
        });
        Set<String> needed = new TreeSet<>(neededBy);
        needed.removeAll(now.keySet());
        return new ColumnChange(added, missing, changed, needed);
    }

    /** Whether the source must not be read on before somebody has looked. More columns alone do no harm. */
    public boolean stops() {
        return !missing.isEmpty() || !changed.isEmpty() || !needed.isEmpty();
    }

    /** Whether approval is enough; else the connector's file must be corrected. */
    public boolean canBeApproved() {
        return needed.isEmpty();
    }
}
