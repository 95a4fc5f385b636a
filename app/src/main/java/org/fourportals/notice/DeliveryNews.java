package org.fourportals.notice;

import java.util.Map;

import org.fourportals.base.FeedCursor;
import org.fourportals.base.Text;
import org.fourportals.delivery.events.DeliveryFeed;
import org.fourportals.delivery.events.DeliveryMoved;
import org.fourportals.notice.internal.CursorStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Listens to delivery: where her paper is, is told to whoever ordered it. */
@Component
class DeliveryNews {

    private static final String SOURCE = "delivery";
    private static final int BATCH = 100;

    private final DeliveryFeed feed;
    private final CursorStore cursors;
    private final Telling telling;
    private final TransactionTemplate transaction;

    DeliveryNews(DeliveryFeed feed, CursorStore cursors, Telling telling, PlatformTransactionManager transactions) {
        this.feed = feed;
        this.cursors = cursors;
        this.telling = telling;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tells what happened since; notices and cursor move together. One node at a time. */
    void listen() {
        FeedCursor before = cursors.get(SOURCE);
        if (feed.after(before, 1).upTo().equals(before)) {
            return;
        }
        while (Boolean.TRUE.equals(transaction.execute(status -> tellBatch()))) {
            // so long as there is more
        }
    }

    private boolean tellBatch() {
        return cursors.findFree(SOURCE).map(cursor -> {
            DeliveryFeed.Batch batch = feed.after(cursor, BATCH);
            batch.moved().forEach(this::tell);
            if (!batch.upTo().equals(cursor)) {
                cursors.keep(SOURCE, batch.upTo());
            }
            return batch.more();
        }).orElse(false);
    }

    private void tell(DeliveryMoved moved) {
        String tracking = moved.item().isEmpty() ? "–" : moved.item();
        Map<String, Text> words = Map.of("affair", moved.affair(), "number", new Text(moved.caseNumber(), moved.caseNumber()), "centre", moved.centre(),
                "tracking", new Text(tracking, tracking));
        telling.tell(new Occasion(moved.id(), moved.person(), kind(moved.what()), words, "/cases/" + moved.caseId(), moved.at()));
    }

    private static NoticeKind kind(DeliveryMoved.What what) {
        return switch (what) {
            case SENT -> NoticeKind.DELIVERY_SENT;
            case TODAY -> NoticeKind.DELIVERY_TODAY;
            case MISSED -> NoticeKind.DELIVERY_MISSED;
            case BROUGHT -> NoticeKind.DELIVERY_BROUGHT;
            case RETURNED -> NoticeKind.DELIVERY_RETURNED;
            case LOST -> NoticeKind.DELIVERY_LOST;
            case READY -> NoticeKind.PAPER_READY;
        };
    }
}
