package org.fourportals.portal.office;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A question in the explorer with what each answer would leave.
 *
 * @param value  what was typed, for a question answered by a value; null for one answered by choosing
 * @param asked  whether it is asked at all beside the answers chosen
 */
public record Explored(String id, String ask, boolean asked, List<Option> options, @Nullable String value) {

    /**
     * One answer: choosing it leads to `url`, choosing it again takes it back.
     *
     * @param left how many circumstances remain with it; null where that is not counted
     */
    public record Option(String label, String url, boolean chosen, @Nullable String left, boolean possible) {
    }
}
