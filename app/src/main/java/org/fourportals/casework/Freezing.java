package org.fourportals.casework;

import java.util.LinkedHashMap;
import java.util.Map;

import org.fourportals.base.CityTime;

/** At submission a case keeps exactly what it rests on: the answers that apply, each document by its hash, the form as it was sent. */
final class Freezing {

    private Freezing() {
    }

    static Case freeze(Case draft, Progress progress, CityTime time) {
        CaseContent content = draft.content();
        Map<String, CaseContent.Given> answers = new LinkedHashMap<>();
        progress.asked().forEach(a -> answers.put(a.question().id(), content.answers().get(a.question().id())));
        Map<String, String> form = new LinkedHashMap<>();
        Map<String, String> filled = new LinkedHashMap<>();
        progress.form().forEach(line -> (line.filled() ? filled : form).put(line.field().id(), line.value()));
        CaseContent frozen = content.withAnswers(answers).withForm(form).withFilled(filled);
        for (Progress.Line line : progress.checklist()) {
            if (line.atHand() instanceof Progress.AtHand.Document document) {
                frozen = frozen.withEvidence(line.requirement().id(), new CaseContent.Evidence("document", document.id(),
                        document.fileName(), document.sha256(), time.now(), content.name("applicant")));
            }
        }
        return draft.with(frozen);
    }
}
