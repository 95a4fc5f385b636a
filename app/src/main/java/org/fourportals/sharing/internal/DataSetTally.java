package org.fourportals.sharing.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.fourportals.pool.DataSet;
import org.fourportals.pool.Field;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.Value;
import org.fourportals.sharing.DataSetSurvey.FieldFigures;
import org.fourportals.sharing.DataSetSurvey.Figures;
import org.jspecify.annotations.Nullable;

/** Counts one data set. */
final class DataSetTally {

    /** Ages are counted by the day for ten years, and then all together. */
    private static final int OLDEST = 3_650;

    private final DataSet dataSet;
    private final Instant now;
    private final LocalDate today;
    private final long[] filled;
    private final long[] wrong;
    private final long[] ages = new long[OLDEST + 1];
    private long records;
    private long repeated;
    private @Nullable Instant newest;

    DataSetTally(DataSet dataSet, Instant now) {
        this.dataSet = dataSet;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        this.filled = new long[dataSet.fields().size()];
        this.wrong = new long[dataSet.fields().size()];
    }

    void count(PoolRecord record, boolean isRepeated) {
        records++;
        repeated += isRepeated ? 1 : 0;
        List<Field> fields = dataSet.fields();
        for (int i = 0; i < filled.length; i++) {
            Value value = record.fields().get(fields.get(i).name());
            if (value != null) {
                filled[i]++;
                wrong[i] += Plausibility.isWrong(dataSet, fields.get(i), value, record, today) ? 1 : 0;
            }
        }
        Instant changed = record.changed();
        newest = newest == null || changed.isAfter(newest) ? changed : newest;
        ages[(int) Math.clamp(Duration.between(changed, now).toDays(), 0, OLDEST)]++;
    }

    Figures figures() {
        List<FieldFigures> fields = new ArrayList<>();
        for (int i = 0; i < filled.length; i++) {
            fields.add(new FieldFigures(dataSet.fields().get(i).name(), filled[i], wrong[i]));
        }
        return new Figures(dataSet.id(), records, fields, repeated, newest, median());
    }

    private int median() {
        long passed = 0;
        for (int age = 0; age <= OLDEST; age++) {
            passed += ages[age];
            if (passed * 2 >= records) {
                return age;
            }
        }
        return OLDEST;
    }
}
