package org.fourportals.base;

/**
 * Up to where somebody has read a room's events: they come in the order of the transactions that wrote them, and within one in that of their numbers.
 */
public record FeedCursor(long transaction, long number) {
}
