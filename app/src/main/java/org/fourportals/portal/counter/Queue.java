package org.fourportals.portal.counter;

import org.fourportals.centre.AnswerCall;
import org.fourportals.centre.Bookings;
import org.fourportals.centre.CallNext;
import org.fourportals.centre.FinishTicket;
import org.springframework.stereotype.Component;

/** What a clerk can do with the queue of her centre, and who is expected there. */
@Component("counter.Queue")
record Queue(CallNext callNext, FinishTicket finishTicket, AnswerCall answerCall, Bookings bookings) {
}
