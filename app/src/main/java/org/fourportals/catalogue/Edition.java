package org.fourportals.catalogue;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A text of an affair that an editor wrote and a second one put in force from a day on.
 *
 * @param number      grows with every publication of the catalogue
 * @param version     names the exact text
 * @param withdrawnAt when it was called off before its day came
 */
public record Edition(long number, String affair, String version, LocalDate from, Instant publishedAt, String publisherName, String editorName,
        String why, @Nullable Instant withdrawnAt) {
}
