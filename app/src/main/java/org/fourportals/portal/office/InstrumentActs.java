package org.fourportals.portal.office;

import org.fourportals.bureau.DecideInstrument;
import org.fourportals.bureau.DraftInstrument;
import org.fourportals.bureau.EndInstrument;
import org.fourportals.bureau.NoteImplementation;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/** What can be done with an instrument, and the door through which it is done. */
@Component("office.InstrumentActs")
record InstrumentActs(Desk desk, DraftInstrument draft, DecideInstrument decide, EndInstrument end, NoteImplementation note) {
}
