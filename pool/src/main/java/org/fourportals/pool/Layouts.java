package org.fourportals.pool;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers by which a store writes data sets and their {@link Layout layouts}, kept in the store itself: a data set
 * keeps its number when lines of {@code datasets.tsv} move, and gets a new layout when its fields change.
 */
final class Layouts {

    /** Where names and layouts are kept: small, ordered by name, durable on return. */
    interface Shelf {
        Map<String, byte[]> all();

        void put(Map<String, byte[]> entries);
    }

    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<String, TreeMap<Integer, Layout>> layouts = new HashMap<>();

    /** Reads what the store knows and adds what is new. */
    Layouts(Shelf shelf, DataSets dataSets) {
        shelf.all().forEach((name, value) -> restore(name, new String(value, StandardCharsets.UTF_8)));
        var fresh = new TreeMap<String, byte[]>();
        for (var dataSet : dataSets.all()) {
            if (!codes.containsKey(dataSet.id())) {
                var code = codes.size() + 1;
                remember(dataSet.id(), code);
                fresh.put("code/" + dataSet.id(), Integer.toString(code).getBytes(StandardCharsets.UTF_8));
            }
            var known = layouts.computeIfAbsent(dataSet.id(), id -> new TreeMap<>());
            var next = Layout.of(known.isEmpty() ? 1 : known.lastKey() + 1, dataSet);
            if (known.isEmpty() || !known.lastEntry().getValue().slots().equals(next.slots())) {
                known.put(next.number(), next);
                fresh.put("layout/" + dataSet.id() + "/" + next.number(), next.written().getBytes(StandardCharsets.UTF_8));
            }
        }
        if (!fresh.isEmpty()) {
            shelf.put(fresh);
        }
    }

    private void restore(String name, String value) {
        var parts = name.split("/");
        switch (parts[0]) {
            case "code" -> remember(parts[1], Integer.parseInt(value));
            case "layout" -> {
                var number = Integer.parseInt(parts[2]);
                layouts.computeIfAbsent(parts[1], id -> new TreeMap<>()).put(number, Layout.parse(number, value));
            }
            default -> throw new IllegalStateException("the store holds a name it should not: " + name);
        }
    }

    private void remember(String dataset, int code) {
        codes.put(dataset, code);
        names.put(code, dataset);
    }

    int code(String dataset) {
        var code = codes.get(dataset);
        if (code == null) {
            throw new IllegalArgumentException("no data set is called \"" + dataset + "\"");
        }
        return code;
    }

    String name(int code) {
        var name = names.get(code);
        if (name == null) {
            throw new IllegalStateException("the store holds records of a data set it has no name for: " + code);
        }
        return name;
    }

    Layout newest(String dataset) {
        return layouts.get(dataset).lastEntry().getValue();
    }

    Layout numbered(String dataset, int number) {
        var layout = layouts.get(dataset).get(number);
        if (layout == null) {
            throw new IllegalStateException("the store has no layout " + number + " of " + dataset);
        }
        return layout;
    }
}
