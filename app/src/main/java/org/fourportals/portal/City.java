package org.fourportals.portal;

import java.time.ZoneId;

import org.fourportals.base.Text;

/** The city whose name stands in the header, and the zone in which its people read dates. */
public record City(Text name, ZoneId zone) {
}
