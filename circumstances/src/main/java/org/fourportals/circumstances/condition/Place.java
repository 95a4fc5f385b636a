package org.fourportals.circumstances.condition;

/** Where in the catalogue something is written, so that a message can send its editor there; lines count from 1. */
public record Place(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
