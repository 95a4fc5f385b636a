package org.fourportals.pool;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets records into an engine that fit their data set and name no other subject than their own; the same for every engine. */
final class RecordGate {

    private final DataSets dataSets;
    private final Clock clock;
    private final Function<Identifier, Optional<SubjectId>> directory;

    RecordGate(DataSets dataSets, Clock clock, Function<Identifier, Optional<SubjectId>> directory) {
        this.dataSets = dataSets;
        this.clock = clock;
        this.directory = directory;
    }

    List<Misfit> misfits(PoolRecord record) {
        var found = RecordRules.misfits(record, dataSets, clock.instant());
        return found.isEmpty() ? misleading(record) : found;
    }

    private List<Misfit> misleading(PoolRecord record) {
        var dataSet = dataSets.get(record.dataset());
        return RecordRules.mainIdentifier(record, dataSet).flatMap(directory)
                .filter(subject -> !subject.equals(record.subject()))
                .map(other -> List.of(RecordRules.misfit(record, dataSet.mainKey().name(), "leads to another subject than the record's")))
                .orElse(List.of());
    }

    /** @throws RecordsRefused with all misfits of all records, if there are any */
    void require(List<PoolRecord> records) {
        var misfits = records.stream().flatMap(record -> misfits(record).stream()).toList();
        if (!misfits.isEmpty()) {
            throw new RecordsRefused(misfits);
        }
    }

    /** For one load: remembers whose records are coming, since they come together. */
    final class Passage {

        private @Nullable SubjectId subject;
        private Optional<IdentifierType> identifiedBy = Optional.empty();
        private @Nullable Value mainKey;

        /** @throws RecordsRefused if the record does not fit */
        void require(PoolRecord record) {
            var found = sameAsBefore(record) ? RecordRules.misfitsBesideMainKey(record, dataSets, clock.instant()) : misfits(record);
            if (!found.isEmpty()) {
                throw new RecordsRefused(found);
            }
            if (!record.deleted()) {
                var dataSet = dataSets.get(record.dataset());
                subject = record.subject();
                identifiedBy = dataSet.identifiedBy();
                mainKey = record.fields().get(dataSet.mainKey().name());
            }
        }

        private boolean sameAsBefore(PoolRecord record) {
            return !record.deleted() && record.subject().equals(subject) && dataSets.find(record.dataset())
                    .filter(set -> set.identifiedBy().equals(identifiedBy))
                    .filter(set -> mainKey != null && mainKey.equals(record.fields().get(set.mainKey().name()))).isPresent();
        }
    }
}
