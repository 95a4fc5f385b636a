package org.fourportals.pool;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a data set in the order in which one generation of its records was written. A data set may gain fields or
 * lose them; records already written are read by the layout they were written in.
 */
record Layout(int number, List<Slot> slots) {

    record Slot(String name, FieldType type) {
    }

    Layout {
        slots = List.copyOf(slots);
    }

    static Layout of(int number, DataSet dataSet) {
        return new Layout(number, dataSet.fields().stream().map(field -> new Slot(field.name(), field.type())).toList());
    }

    /** As kept in the store, {@code name:type,name:type}. */
    String written() {
        var parts = new ArrayList<String>();
        slots.forEach(slot -> parts.add(slot.name() + ":" + slot.type().word()));
        return String.join(",", parts);
    }

    static Layout parse(int number, String written) {
        var slots = new ArrayList<Slot>();
        for (var part : written.split(",")) {
            var colon = part.indexOf(':');
            slots.add(new Slot(part.substring(0, colon), FieldType.ofWord(part.substring(colon + 1))));
        }
        return new Layout(number, slots);
    }
}
