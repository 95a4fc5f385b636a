package org.fourportals.certificate;

import java.time.Instant;
import java.util.Map;

/**
 * The record a result leaves in the pool, resolved at issue and kept sealed until it has arrived there.
 *
 * @param id     the record's id at its source: the case's number
 * @param fields values as registers write them
 */
record PoolEntry(String dataset, long subject, String id, Instant changed, Map<String, String> fields) {
}
