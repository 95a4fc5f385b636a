package org.fourportals.portal.office;

import org.fourportals.bureau.AskRestriction;
import org.fourportals.bureau.DecideRestriction;
import org.fourportals.bureau.LiftRestriction;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/** What is done with lawful restrictions. */
@Component("office.RestrictionActs")
record RestrictionActs(Desk desk, AskRestriction ask, DecideRestriction decide, LiftRestriction lift) {
}
