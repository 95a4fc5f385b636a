package org.fourportals.pool;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a department shares: its fields with their types, what it is about, whose it is and how sensitive. The first field
 * is the main key: it names the subject and every record has it.
 *
 * @param expectedRecords the order of magnitude the city expects (from {@code datasets.tsv})
 * @param history whether superseded versions are kept (from {@code histories.tsv}), as a register of titles must
 */
public record DataSet(String id, String department, String zh, String en, SubjectKind subject, List<Field> fields,
                      long expectedRecords, Sensitivity sensitivity, boolean history) {

    public DataSet {
        fields = List.copyOf(fields);
    }

    DataSet withHistory() {
        return new DataSet(id, department, zh, en, subject, fields, expectedRecords, sensitivity, true);
    }

    public Field mainKey() {
        return fields.getFirst();
    }

    /** By which type of identifier the main key names the subject; empty if the directory has none for it. */
    public Optional<IdentifierType> identifiedBy() {
        return MainKeys.of(this);
    }

    /** The names of all fields. */
    public Set<String> fieldNames() {
        return fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
