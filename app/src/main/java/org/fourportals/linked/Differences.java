package org.fourportals.linked;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/** In what two descriptions of public services differ: each place where one says something else than the other, by its path. */
final class Differences {

    /** At a path, such as `services/x/output/name`, ours and theirs; null where one says nothing there. */
    record Difference(String path, @Nullable String ours, @Nullable String theirs) {

        @Override
        public String toString() {
            return path + ": " + (ours == null ? "only in the file: " + theirs : theirs == null ? "not in the file: " + ours
                    : ours + " → " + theirs);
        }
    }

    private final List<Difference> found = new ArrayList<>();

    private Differences() {
    }

    /** Compares what a file says with the same part of ours: services that the file does not speak of are no difference. */
    static List<Difference> between(PublicServices ours, PublicServices theirs) {
        List<String> ids = theirs.services().stream().map(PublicServices.Service::id).toList();
        var differences = new Differences();
        differences.compare("services", ours.services().stream().filter(s -> ids.contains(s.id())).toList(), theirs.services());
        differences.spokenOf("organisations", ours.organisations(), theirs.organisations());
        differences.spokenOf("laws", ours.laws(), theirs.laws());
        differences.spokenOf("events", ours.events(), theirs.events());
        differences.spokenOf("channels", ours.channels(), theirs.channels());
        differences.spokenOf("documents", ours.documents(), theirs.documents());
        return List.copyOf(differences.found);
    }

    private void spokenOf(String path, List<? extends Record> ours, List<? extends Record> theirs) {
        Map<String, Object> spoken = byId(theirs);
        compare(path, ours.stream().filter(o -> spoken.containsKey(id(o))).toList(), theirs);
    }

    private void compare(String path, @Nullable Object ours, @Nullable Object theirs) {
        if (Objects.equals(ours, theirs)) {
            return;
        }
        if (ours instanceof List<?> a && theirs instanceof List<?> b) {
            Map<String, Object> left = byId(a);
            Map<String, Object> right = byId(b);
            left.forEach((id, one) -> compare(path + "/" + id, one, right.get(id)));
            right.entrySet().stream().filter(e -> !left.containsKey(e.getKey())).forEach(e -> compare(path + "/" + e.getKey(), null, e.getValue()));
        } else if (ours instanceof Record a && theirs instanceof Record b && a.getClass() == b.getClass() && !(a instanceof Text)) {
            for (RecordComponent component : a.getClass().getRecordComponents()) {
                compare(path + "/" + component.getName(), value(component, a), value(component, b));
            }
        } else {
            found.add(new Difference(path, shown(ours), shown(theirs)));
        }
    }

    private static Map<String, Object> byId(List<?> items) {
        Map<String, Object> byId = new LinkedHashMap<>();
        items.forEach(item -> byId.put(id(item), item));
        return byId;
    }

    private static String id(Object item) {
        return item instanceof Record record ? String.valueOf(value(record.getClass().getRecordComponents()[0], record)) : String.valueOf(item);
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Text text -> GraphFacts.shortened(text.zh() + " / " + text.en());
            case Object other -> GraphFacts.shortened(other.toString());
        };
    }
}
