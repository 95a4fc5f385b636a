package org.fourportals.benchmarks.pool;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.IdentifierType;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectId;
import org.fourportals.pool.SubjectKind;
import org.fourportals.pool.Value;
import org.fourportals.pool.identifier.CreditCode;
import org.fourportals.pool.identifier.ResidentId;

/**
 * A city of a wanted number of records, each a function of the seed and its subject: any part of it can be made at any time,
 * in any order, and made again to be compared. Data sets hold records in the proportions of {@code datasets.tsv}; all identity
 * numbers lie in regions that are nobody's.
 */
final class BigCity {

    /** The register that names everybody of a kind once. */
    private static final Map<SubjectKind, String> REGISTERS = Map.of(SubjectKind.PERSON, "citizen-cards",
            SubjectKind.ORGANISATION, "business-register", SubjectKind.PROPERTY, "real-estate-titles", SubjectKind.VEHICLE, "motor-vehicles");
    private static final Map<SubjectKind, IdentifierType> NAMED_BY = Map.of(SubjectKind.PERSON, IdentifierType.RESIDENT_ID,
            SubjectKind.ORGANISATION, IdentifierType.CREDIT_CODE, SubjectKind.PROPERTY, IdentifierType.PROPERTY_UNIT,
            SubjectKind.VEHICLE, IdentifierType.PLATE);
    private static final int RESIDENTS = 31_000_000;
    private static final long SPREAD = 12_345_677;
    private static final long CHANGED_FROM = 1_577_836_800L;
    private static final int CHANGED_WITHIN = 200_000_000;

    /** One data set as it is made. */
    private record Shelf(DataSet dataSet, int sure, double perhaps, List<FieldMaker> fields, boolean namedBySubject) {
    }

    private final long seed;
    private final Map<SubjectKind, List<Shelf>> shelves = new EnumMap<>(SubjectKind.class);
    private final Map<SubjectKind, Long> subjects = new EnumMap<>(SubjectKind.class);

    BigCity(DataSets dataSets, long records, long seed) {
        this.seed = seed;
        var expected = dataSets.all().stream().mapToLong(DataSet::expectedRecords).sum();
        var scale = records * 1.0005 / expected;
        for (var kind : SubjectKind.values()) {
            var everybody = dataSets.get(REGISTERS.get(kind)).expectedRecords();
            subjects.put(kind, Math.max(1, Math.round(everybody * scale)));
            var made = new ArrayList<Shelf>();
            for (var dataSet : dataSets.all()) {
                if (dataSet.subject() == kind) {
                    var each = dataSet.expectedRecords() / (double) everybody;
                    made.add(new Shelf(dataSet, (int) each, each - (int) each, dataSet.fields().stream().map(FieldMaker::of).toList(),
                            dataSet.identifiedBy().equals(java.util.Optional.of(NAMED_BY.get(kind)))));
                }
            }
            shelves.put(kind, made);
        }
    }

    /** How many subjects of a kind; they are numbered from 1. */
    long subjects(SubjectKind kind) {
        return subjects.get(kind);
    }

    /** How many records the whole city will have, more or less. */
    long planned() {
        var planned = 0.0;
        for (var kind : SubjectKind.values()) {
            planned += subjects(kind) * recordsEach(kind);
        }
        return Math.round(planned);
    }

    /** Records a subject of a kind has on average. */
    double recordsEach(SubjectKind kind) {
        return shelves.get(kind).stream().mapToDouble(shelf -> shelf.sure() + shelf.perhaps()).sum();
    }

    /** The identifier by which the directory knows a subject. */
    Identifier identifier(SubjectKind kind, long serial) {
        return new Identifier(NAMED_BY.get(kind), name(kind, serial));
    }

    private static String name(SubjectKind kind, long serial) {
        return switch (kind) {
            case PERSON -> {
                var spread = serial * SPREAD % RESIDENTS;
                yield ResidentId.make(ResidentId.FIRST_DEMO_REGION + (int) (serial / RESIDENTS),
                        java.time.LocalDate.ofEpochDay(spread / 1_000 - 11_000), (int) (spread % 1_000)).toString();
            }
            case ORGANISATION -> CreditCode.make('9', '1', 999_900 + (int) (serial / 1_000_000), (int) (serial % 1_000_000)).toString();
            case PROPERTY -> "3399%010dF%03d".formatted(serial * SPREAD % 9_999_999_967L, serial % 900);
            case VEHICLE -> "浙Z%07d".formatted(serial);
        };
    }

    /** All records of a subject, ordered by data set and id as the pool orders them. Returns how many. */
    int recordsOf(SubjectKind kind, long serial, SubjectId subject, Consumer<PoolRecord> taker) {
        var random = new SplittableRandom(seed * 31 + kind.ordinal() + serial * 0x9E3779B97F4A7C15L);
        var name = Value.of(name(kind, serial));
        var made = 0;
        for (var shelf : shelves.get(kind)) {
            var count = shelf.sure() + (random.nextDouble() < shelf.perhaps() ? 1 : 0);
            var id = 10_000_000L + random.nextInt(80_000_000);
            for (var i = 0; i < count; i++) {
                id += 1 + random.nextInt(40_000);
                taker.accept(record(shelf, subject, name, Long.toString(id), random));
                made++;
            }
        }
        return made;
    }

    private static PoolRecord record(Shelf shelf, SubjectId subject, Value name, String id, SplittableRandom random) {
        var makers = shelf.fields();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map.Entry<String, Value>[] fields = new Map.Entry[makers.size()];
        for (var i = 0; i < fields.length; i++) {
            var maker = makers.get(i);
            fields[i] = Map.entry(maker.name(), i == 0 && shelf.namedBySubject() ? name : maker.make(random));
        }
        var changed = (CHANGED_FROM + random.nextInt(CHANGED_WITHIN)) * 1_000_000L;
        return new PoolRecord(subject, shelf.dataSet().id(), id, changed, false, Map.ofEntries(fields));
    }
}
