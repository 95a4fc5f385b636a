package org.fourportals.sharing.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.fourportals.pool.DataSet;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectKind;
import org.fourportals.pool.Value;
import org.fourportals.sharing.DataSetSurvey.Agreement;

/** Whether two registers say the same of one subject, in the fields that describe the subject itself and not the entry. */
final class RegisterComparison {

    private static final Map<SubjectKind, Set<String>> COMMON = Map.of(
            SubjectKind.PERSON, Set.of("name", "gender", "birthDate", "nationality", "ethnicity", "hukouPlace"),
            SubjectKind.ORGANISATION, Set.of("name", "legalRepresentativeId", "industry"),
            SubjectKind.PROPERTY, Set.of("address", "propertyUnitNo"),
            SubjectKind.VEHICLE, Set.of("ownerId", "vin"));

    private final Map<String, Map<String, Set<Value>>> ofSubject = new HashMap<>();
    private final Map<Pair, long[]> counts = new HashMap<>();

    private record Pair(String dataset, String other, String field) {
    }

    void note(DataSet dataSet, PoolRecord record) {
        for (String field : COMMON.getOrDefault(dataSet.subject(), Set.of())) {
            Value value = record.fields().get(field);
            if (value != null && !dataSet.mainKey().name().equals(field)) {
                ofSubject.computeIfAbsent(field, f -> new TreeMap<>()).computeIfAbsent(dataSet.id(), d -> new HashSet<>()).add(value);
            }
        }
    }

    void leaveSubject() {
        ofSubject.forEach(this::compare);
        ofSubject.clear();
    }

    private void compare(String field, Map<String, Set<Value>> byDataset) {
        List<String> datasets = new ArrayList<>(byDataset.keySet());
        for (int i = 0; i < datasets.size(); i++) {
            for (int j = i + 1; j < datasets.size(); j++) {
                long[] count = counts.computeIfAbsent(new Pair(datasets.get(i), datasets.get(j), field), pair -> new long[2]);
                count[0]++;
                count[1] += Collections.disjoint(byDataset.get(datasets.get(i)), byDataset.get(datasets.get(j))) ? 0 : 1;
            }
        }
    }

    List<Agreement> found() {
        return counts.entrySet().stream().map(each -> new Agreement(each.getKey().dataset(), each.getKey().other(), each.getKey().field(), each.getValue()[0],
                each.getValue()[1])).toList();
    }
}
