package org.fourportals.sharing;

import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

import org.fourportals.base.CityTime;
import org.fourportals.base.Folders;
import org.fourportals.pool.Pool;
import org.fourportals.sharing.internal.Singles;
import org.fourportals.sharing.internal.SurveyPass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How good the data are that departments share, found by passing over the whole pool once. It hands out counts only, never a value and never whose record
 * it was, tells nothing of anybody, and so leaves no trace among the reads. Memory stays the same however large the pool is.
 */
@Component
public class DataSetSurvey {

    /** In place of a second register: the directory that leads numbers to people, companies, homes and vehicles. */
    public static final String DIRECTORY = "directory";

    private final Pool pool;
    private final Singles singles;
    private final CityTime time;

    DataSetSurvey(Pool pool, Folders folders, CityTime time) {
        this.pool = pool;
        this.singles = Singles.read(folders.catalogue().resolve("singles.tsv"), pool.dataSets());
        this.time = time;
    }

    /**
     * What was found.
     *
     * @param every so many subjects were passed for each whose registers were compared; 1 where all were
     */
    public record Surveyed(Instant at, long records, int every, List<Figures> datasets, List<Agreement> agreements) {
    }

    /**
     * Of one data set that holds records.
     *
     * @param repeated  records that say what another says already, or are one too many where a subject has one entry only
     * @param newest    when its source last changed one
     * @param medianAge in days since its source changed it; half of the records are younger
     */
    public record Figures(String dataset, long records, List<FieldFigures> fields, long repeated, @Nullable Instant newest, int medianAge) {
    }

    /** @param wrong values against which their own check character, their code list or the calendar speaks */
    public record FieldFigures(String field, long filled, long wrong) {
    }

    /**
     * Between a data set and another one, or the {@link #DIRECTORY}.
     *
     * @param compared subjects of whom both say something in this field, or numbers looked up in the directory
     */
    public record Agreement(String dataset, String other, String field, long compared, long agreed) {
    }

    /** So many records there were when last counted. */
    public long expected() {
        return pool.counts().total();
    }

    /**
     * Takes minutes for a large pool.
     *
     * @param passed told now and then how many records were passed; what it throws ends the survey
     */
    public Surveyed survey(LongConsumer passed) {
        SurveyPass pass = new SurveyPass(pool, singles, time, expected());
        pool.scan(record -> {
            pass.accept(record);
            if (pass.records() % 1_000 == 0) {
                passed.accept(pass.records());
            }
        });
        return pass.finish();
    }
}
