package org.fourportals.portal.web;

import org.fourportals.centre.ArriveForBooking;
import org.fourportals.centre.CancelBooking;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/** What can be done with a booking once it is there, and the door through which it is done. */
@Component
record BookingActs(Desk desk, CancelBooking cancelBooking, ArriveForBooking arriveForBooking) {
}
