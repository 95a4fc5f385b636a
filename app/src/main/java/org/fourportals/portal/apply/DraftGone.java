package org.fourportals.portal.apply;

/** The asked draft or case is not there for this reader: it never was, it is somebody else's, or this browser no longer holds it. */
final class DraftGone extends RuntimeException {

    DraftGone() {
        super("No such draft for this reader", null, false, false);
    }
}
