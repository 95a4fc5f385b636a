package org.fourportals.base;

/** A result that changes nothing: the desk rolls back, and the key may be used again with a mended request. */
public interface Refusal {
}
