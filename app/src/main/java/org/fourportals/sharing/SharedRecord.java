package org.fourportals.sharing;

import java.util.Map;

/**
 * A record as far as it was granted.
 *
 * @param version source version in microseconds since 1970, frozen into the case that used it
 * @param fields  String for id, text and code; LocalDate, Instant, Long, BigDecimal, Boolean; byte[] for images
 */
public record SharedRecord(String dataset, String id, long version, Map<String, Object> fields) {
}
