package org.fourportals.delivery;

/** How the paper comes to the resident. */
public enum Way { COURIER, COLLECT }
