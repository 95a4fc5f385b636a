package org.fourportals.base;

/** Whom or what records are about (a person, an organisation, a home, a vehicle), by the number the pool's directory assigned. */
public record Subject(long number) {
}
