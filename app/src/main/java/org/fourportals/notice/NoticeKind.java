package org.fourportals.notice;

import java.util.Locale;

/** What people are told of. Each kind has its words in both languages. */
public enum NoticeKind {
    CASE_SUBMITTED, SUPPLEMENT_ASKED, CASE_EXTENDED, CASE_GRANTED, CASE_REFUSED, CASE_REOPENED, DEADLINE_NEAR, DELIVERY_SENT, DELIVERY_TODAY, DELIVERY_MISSED, DELIVERY_BROUGHT, DELIVERY_RETURNED,
    DELIVERY_LOST, PAPER_READY, BOOKING_TOMORROW;

    /** As the files of words write it: {@code case-submitted}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
