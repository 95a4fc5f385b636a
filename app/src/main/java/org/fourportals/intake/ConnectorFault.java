package org.fourportals.intake;

/** Why a connector's file was refused: where, what, and what to write instead. The other connectors run. */
public record ConnectorFault(String file, int line, String what) {

    @Override
    public String toString() {
        return file + ", line " + line + ": " + what;
    }
}
