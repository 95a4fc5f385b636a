package org.fourportals.portal.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One look at somebody's data, as she reads it: who, through which portal, for which affair or case, on what ground, and what was read.
 *
 * @param mine    whether she herself was behind it
 * @param caseUrl where the case is, if she may see it
 * @param askUrl  where she asks why; null once she did
 * @param asked   what became of her enquiry; null where there is none
 */
public record ReadLine(Instant at, String who, boolean mine, String portal, String why, @Nullable String caseNumber, @Nullable String caseUrl,
        String ground, List<Item> items, @Nullable String askUrl, @Nullable Asked asked) {

    public ReadLine {
        items = List.copyOf(items);
    }

    /** An enquiry in a sentence, and the answer where there is one. */
    public record Asked(String words, @Nullable String answer) {
    }

    /** A data set that was read, its fields by name, and whether it was refused. */
    public record Item(String name, String fields, boolean refused) {
    }
}
