package org.fourportals.portal.assist;

import java.util.List;

import org.fourportals.assistant.Answer;
import org.fourportals.assistant.Answer.Meant;
import org.fourportals.portal.Page;

/**
 * An answer as it is shown.
 *
 * @param helpful whether it makes sense to ask if it helped
 */
public record AnswerView(String question, List<String> says, List<Lead> sources, List<Lead> proposals, boolean helpful) {

    /** Something to press. */
    public record Lead(String label, String url) {
    }

    public static AnswerView of(Page page, Whereto whereto, String question, Answer answer) {
        boolean chat = answer.meant() instanceof Meant.Pleasantry;
        return new AnswerView(question, answer.says().stream().map(page::t).toList(), leads(page, whereto, answer.sources()), leads(page, whereto, answer.proposals()), !chat);
    }

    private static List<Lead> leads(Page page, Whereto whereto, List<Answer.Link> links) {
        return links.stream().map(link -> new Lead(page.t(link.label()), whereto.of(link.to()))).distinct().toList();
    }
}
