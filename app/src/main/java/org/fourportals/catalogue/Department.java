package org.fourportals.catalogue;

import java.util.List;

import org.fourportals.base.Text;

/** A body that handles affairs and shares data sets (a row of {@code departments.tsv}). */
public record Department(String id, Text name, String level, List<String> datasets) {
}
