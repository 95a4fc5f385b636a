package org.fourportals.catalogue;

import org.fourportals.base.Text;

/** An occasion in life or business that groups affairs (a row of {@code life_events.tsv}). */
public record LifeEvent(String id, Text name) {
}
