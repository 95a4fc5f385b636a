package org.fourportals.benchmarks.casework;

/** Somebody who leads whole cases: hands in, accepts, has two departments review, decides; five transactions, each durable when it returns. */
interface Contestant {

    /** The steps of a case, in turn. */
    enum Step { SUBMIT, ACCEPT, REVIEW, SECOND_REVIEW, DECIDE }

    String name();

    /** Makes ready what so many cases need before they are handed in; not timed. */
    void prepare(int cases) throws Exception;

    /** Leads one case. Called by several threads at once. */
    void lead(Watch watch) throws Exception;

    /** Told after each step of a case. */
    interface Watch {
        void done(Step step);
    }
}
