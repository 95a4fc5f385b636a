package org.fourportals.portal.office;

import org.fourportals.desk.Desk;
import org.fourportals.sharing.AskForGrant;
import org.fourportals.sharing.DecideGrantRequest;
import org.fourportals.sharing.RevokeGrant;
import org.springframework.stereotype.Component;

/** What can be done with grants, and the door through which it is done. */
@Component("office.GrantActs")
record GrantActs(Desk desk, AskForGrant ask, DecideGrantRequest decide, RevokeGrant revoke) {
}
