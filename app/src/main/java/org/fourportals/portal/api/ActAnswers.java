package org.fourportals.portal.api;

import java.util.Locale;

import org.fourportals.base.Language;
import org.fourportals.base.Refusal;
import org.fourportals.portal.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells a program what became of an act: what was done, or a problem with the reason as a word and with what the refusal says. */
@Component
class ActAnswers {

    private final Messages messages;

    ActAnswers(Messages messages) {
        this.messages = messages;
    }

    /** What was done. */
    record ActDone(String outcome, Object details) {
    }

    /** The answer to an act that ended so; what is not there is 404, every other refusal 409. */
    ResponseEntity<Object> of(Object result) {
        String word = word(result);
        if (!(result instanceof Refusal)) {
            return ResponseEntity.ok(new ActDone(word, result));
        }
        HttpStatus status = word.equals("not-found") ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, messages.get(Language.EN, "api.refused." + word));
        problem.setProperty("reason", word);
        problem.setProperty("details", result);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /** The name of the result's variant, such as `changed-meanwhile`. */
    static String word(Object result) {
        return result.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
