package org.fourportals.catalogue.internal;

/** A text in a YAML file with the line it begins on. */
public record YamlText(String value, int line) {
}
