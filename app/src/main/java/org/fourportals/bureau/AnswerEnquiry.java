package org.fourportals.bureau;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.bureau.internal.ReadEnquiryStore;
import org.springframework.stereotype.Component;

/** The data bureau says what it found, in words the resident reads. Refuses {@link NotFound}, {@link AnsweredAlready} and {@link WordsNeeded}. */
@Component
public final class AnswerEnquiry implements Operation<AnswerEnquiry.Request, AnswerEnquiry.Outcome> {

    public static final int LONGEST = 2_000;

    private final ReadEnquiryStore store;
    private final CityTime time;

    AnswerEnquiry(ReadEnquiryStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    public record Request(UUID enquiry, ReadEnquiry.Finding finding, String words) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Answered(UUID enquiry) implements Outcome {
    }

    public record NotFound() implements Outcome, Refusal {
    }

    public record AnsweredAlready() implements Outcome, Refusal {
    }

    /** The resident is to read what was found, at most so many characters. */
    public record WordsNeeded(int most) implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.BUREAU);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Optional<ReadEnquiry> found = store.findForUpdate(request.enquiry());
        if (found.isEmpty()) {
            return new NotFound();
        }
        ReadEnquiry asked = found.get();
        if (!asked.isOpen()) {
            return new AnsweredAlready();
        }
        String words = request.words().strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            return new WordsNeeded(LONGEST);
        }
        store.answer(new ReadEnquiry(asked.id(), asked.entry(), asked.subject(), asked.askedBy(), asked.askedAt(), asked.due(), asked.words(), request.finding(),
                words, time.now()), (Actor.Staff) actor);
        return new Answered(asked.id());
    }
}
