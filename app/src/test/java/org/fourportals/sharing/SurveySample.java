package org.fourportals.sharing;

import java.nio.file.Path;

import org.fourportals.base.CityTime;
import org.fourportals.pool.Pool;
import org.fourportals.sharing.internal.Singles;
import org.fourportals.sharing.internal.SurveyPass;

/** Surveys a pool of a test. */
public final class SurveySample {

    private SurveySample() {
    }

    public static DataSetSurvey.Surveyed survey(Pool pool, Path singles, CityTime time) {
        SurveyPass pass = new SurveyPass(pool, Singles.read(singles, pool.dataSets()), time, pool.counts().total());
        pool.scan(pass::accept);
        return pass.finish();
    }
}
