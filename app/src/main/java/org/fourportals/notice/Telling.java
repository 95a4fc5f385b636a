package org.fourportals.notice;

import org.fourportals.base.CityTime;
import org.fourportals.base.Uuid7;
import org.fourportals.notice.internal.NoticeStore;
import org.fourportals.notice.internal.Routes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a notice into somebody's inbox and on its way, in one transaction; once for each event, person and kind. */
@Component
public class Telling {

    private final NoticeStore store;
    private final Routes routes;
    private final CityTime time;
    private final TransactionTemplate transaction;

    Telling(NoticeStore store, Routes routes, CityTime time, PlatformTransactionManager transactions) {
        this.store = store;
        this.routes = routes;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return false if she was told already */
    public boolean tell(Occasion occasion) {
        var notice = new Notice(Uuid7.next(time.clock()), occasion.recipient(), occasion.kind(), occasion.words(), occasion.path(), occasion.at(), null);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean fresh = store.insert(occasion.event(), notice);
            if (fresh) {
                routes.forward(notice);
            }
            return fresh;
        }));
    }
}
