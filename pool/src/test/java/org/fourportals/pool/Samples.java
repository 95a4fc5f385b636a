package org.fourportals.pool;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.fourportals.pool.identifier.CreditCode;
import org.fourportals.pool.identifier.ResidentId;

/** The city's data sets, a still clock and a few people for tests. */
final class Samples {

    static final DataSets DATA_SETS = DataSets.read(Path.of("../catalogue/datasets.tsv"));
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));

    private Samples() {
    }

    static String residentId(int year, int sequence) {
        return ResidentId.make(999_991, LocalDate.of(year, 1, 1), sequence).toString();
    }

    static String creditCode(int serial) {
        return CreditCode.make('9', '1', 999_991, serial).toString();
    }

    static SubjectId person(Pool pool, String residentId) {
        return pool.assign(Identifier.residentId(residentId), SubjectKind.PERSON);
    }

    static PoolRecord record(SubjectId subject, String dataset, String id, long version, Map<String, String> written) {
        var dataSet = DATA_SETS.get(dataset);
        var fields = new java.util.HashMap<String, Value>();
        written.forEach((name, text) -> fields.put(name, dataSet.field(name).orElseThrow().parse(text)));
        return new PoolRecord(subject, dataset, id, version, false, fields);
    }

    static PoolRecord deletion(SubjectId subject, String dataset, String id, long version) {
        return new PoolRecord(subject, dataset, id, version, true, Map.of());
    }
}
