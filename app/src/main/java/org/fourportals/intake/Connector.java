package org.fourportals.intake;

/**
 * One way in which one department delivers one data set, as its file in the folder {@code connectors} says.
 *
 * @param text the file's text: a stopped connector goes on when it was corrected
 */
public record Connector(String id, String department, String dataset, Source source, Mapping mapping, String text) {
}
