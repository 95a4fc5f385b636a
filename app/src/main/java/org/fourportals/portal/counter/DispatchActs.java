package org.fourportals.portal.counter;

import org.fourportals.delivery.CloseBatch;
import org.fourportals.delivery.HandOut;
import org.fourportals.delivery.PackPaper;
import org.fourportals.delivery.RetryMessage;
import org.fourportals.delivery.TakeBack;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/** What a clerk does with papers on their way, and the door through which it is done. */
@Component
record DispatchActs(Desk desk, PackPaper packPaper, CloseBatch closeBatch, HandOut handOut, TakeBack takeBack, RetryMessage retryMessage) {
}
