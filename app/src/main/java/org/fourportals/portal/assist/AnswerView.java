package org.fourportals.portal.assist;

import java.util.List;

import org.fourportals.assistant.Answer;
import org.fourportals.assistant.Answer.Meant;
import org.fourportals.portal.Page;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is shown.
 *
 * @param helpful whether it makes sense to ask if it helped
 * @param affair  what it speaks of, so that the next question may mean it too
 */
public record AnswerView(String question, List<String> says, List<Lead> sources, List<Lead> proposals, boolean helpful, @Nullable String affair) {

    /** Something to press. */
    public record Lead(String label, String url) {
    }

    public static AnswerView of(Page page, Whereto whereto, String question, Answer answer) {
        return of(page, whereto, question, answer, answer.says().stream().map(page::t).toList());
    }

    /** With the answer's sentences in other words. */
    static AnswerView of(Page page, Whereto whereto, String question, Answer answer, List<String> lines) {
        boolean chat = answer.meant() instanceof Meant.Pleasantry;
        return new AnswerView(question, lines, leads(page, whereto, answer.sources()), leads(page, whereto, answer.proposals()), !chat, answer.affair());
    }

    private static List<Lead> leads(Page page, Whereto whereto, List<Answer.Link> links) {
        return links.stream().map(link -> new Lead(page.t(link.label()), whereto.of(link.to()))).distinct().toList();
    }
}
