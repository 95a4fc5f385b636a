package org.fourportals.portal.apply;

import java.util.List;

import org.fourportals.casework.Progress.AnsweredQuestion;
import org.fourportals.portal.kit.Line;
import org.springframework.stereotype.Component;

/** The answers of a draft as lines to read and to change: those the city knows with their department, and those the resident gave. */
@Component
final class Answers {

    private final Wording wording;

    Answers(Wording wording) {
        this.wording = wording;
    }

    List<Line> known(Opened draft, String from) {
        return lines(draft, draft.progress().asked().stream().filter(a -> a.dataset() != null).toList(), from);
    }

    List<Line> given(Opened draft, String from) {
        return lines(draft, draft.progress().asked().stream().filter(a -> a.dataset() == null).toList(), from);
    }

    List<Line> all(Opened draft, String from) {
        return lines(draft, draft.progress().asked(), from);
    }

    private List<Line> lines(Opened draft, List<AnsweredQuestion> answers, String from) {
        return answers.stream().map(a -> line(draft, a, from)).toList();
    }

    private Line line(Opened draft, AnsweredQuestion answered, String from) {
        String[] words = wording.answer(draft.page(), answered.question(), answered.answer()).toArray(String[]::new);
        return Line.of(draft.page().t(answered.question().ask()), words)
                .from(answered.dataset() == null ? null : wording.source(draft.page(), answered.dataset()))
                .change(draft.question(answered.question().id()) + (from.isEmpty() ? "" : "?from=" + from));
    }
}
