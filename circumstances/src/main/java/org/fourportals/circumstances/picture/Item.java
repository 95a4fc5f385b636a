package org.fourportals.circumstances.picture;

import java.util.ArrayList;
import java.util.List;

/** Something that takes a place in a row: a spot, or an edge on its way through. */
final class Item {

    final int row;
    final int width;
    final List<Item> above = new ArrayList<>();
    final List<Item> below = new ArrayList<>();
    /** Its place in the row, counted from the left. */
    int place;
    /** Where its middle lies. */
    double x;

    Item(int row, int width) {
        this.row = row;
        this.width = width;
    }
}
