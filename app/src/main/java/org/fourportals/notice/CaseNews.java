package org.fourportals.notice;

import java.time.LocalDate;
import java.util.Map;

import org.fourportals.base.CityTime;
import org.fourportals.base.FeedCursor;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.casework.events.CaseFeed;
import org.fourportals.casework.events.CaseMoved;
import org.fourportals.notice.internal.CursorStore;
import org.fourportals.notice.internal.Day;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Listens to casework: what happened to a case is told to the applicant and to whoever acts for her. */
@Component
class CaseNews {

    private static final String SOURCE = "casework";
    private static final int BATCH = 100;

    private final CaseFeed feed;
    private final CursorStore cursors;
    private final Telling telling;
    private final CityTime time;
    private final TransactionTemplate transaction;

    CaseNews(CaseFeed feed, CursorStore cursors, Telling telling, CityTime time, PlatformTransactionManager transactions) {
        this.feed = feed;
        this.cursors = cursors;
        this.telling = telling;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tells what happened since; notices and cursor move together. One node at a time. */
    void listen() {
        if (isQuiet()) {
            return;
        }
        while (Boolean.TRUE.equals(transaction.execute(status -> tellBatch()))) {
            // so long as there is more
        }
    }

    /** Most of the time nothing happened; then nothing is locked or written. */
    private boolean isQuiet() {
        FeedCursor cursor = cursors.get(SOURCE);
        return feed.after(cursor, 1).upTo().equals(cursor);
    }

    private boolean tellBatch() {
        return cursors.findFree(SOURCE).map(cursor -> {
            CaseFeed.Batch batch = feed.after(cursor, BATCH);
            batch.moved().forEach(this::tell);
            if (!batch.upTo().equals(cursor)) {
                cursors.keep(SOURCE, batch.upTo());
            }
            return batch.more();
        }).orElse(false);
    }

    /** Warns of cases promised for the next working day. */
    void warn() {
        LocalDate next = time.workingDays().after(time.today(), 1);
        transaction.executeWithoutResult(status -> feed.listDue(next).forEach(this::tell));
    }

    private void tell(CaseMoved moved) {
        LocalDate deadline = moved.deadline();
        Map<String, Text> words = Map.of("affair", moved.affair(), "number", new Text(moved.number(), moved.number()),
                "date", deadline == null ? new Text("–", "–") : Day.of(deadline));
        for (Subject person : moved.people()) {
            telling.tell(new Occasion(moved.id(), person, kind(moved.what()), words, "/cases/" + moved.caseId(), moved.at()));
        }
    }

    private static NoticeKind kind(CaseMoved.What what) {
        return switch (what) {
            case SUBMITTED -> NoticeKind.CASE_SUBMITTED;
            case SUPPLEMENT_ASKED -> NoticeKind.SUPPLEMENT_ASKED;
            case EXTENDED -> NoticeKind.CASE_EXTENDED;
            case GRANTED -> NoticeKind.CASE_GRANTED;
            case REOPENED -> NoticeKind.CASE_REOPENED;
            case REFUSED -> NoticeKind.CASE_REFUSED;
            case DEADLINE_NEAR -> NoticeKind.DEADLINE_NEAR;
        };
    }
}
