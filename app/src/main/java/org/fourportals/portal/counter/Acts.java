package org.fourportals.portal.counter;

import org.fourportals.casework.AcceptCase;
import org.fourportals.casework.RequestSupplement;
import org.fourportals.casework.TakeCase;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/** What a clerk can do with a case that waits to be accepted. */
@Component("counter.Acts")
record Acts(Desk desk, TakeCase takeCase, AcceptCase acceptCase, RequestSupplement requestSupplement) {
}
