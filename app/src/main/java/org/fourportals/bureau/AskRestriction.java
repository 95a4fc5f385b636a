package org.fourportals.bureau;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.audit.Restrictions;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.sharing.Sharing;
import org.springframework.stereotype.Component;

/**
 * The head of a department asks that its looks at somebody's data be kept from her for a while, because a law says so. The data bureau decides. Refuses
 * {@link Unknown}, {@link WordsNeeded}, {@link WrongDay} and {@link AskedAlready}.
 */
@Component
public final class AskRestriction implements Operation<AskRestriction.Request, AskRestriction.Outcome> {

    public static final int LONGEST = 300;

    /** A longer one is asked for again. */
    public static final int MOST_DAYS = 180;

    private final Restrictions restrictions;
    private final Sharing sharing;
    private final CityTime time;

    AskRestriction(Restrictions restrictions, Sharing sharing, CityTime time) {
        this.restrictions = restrictions;
        this.sharing = sharing;
        this.time = time;
    }

    /**
     * @param residentId whose data
     * @param file       the department's own number for the matter
     * @param ground     law and article
     * @param until      its last day
     */
    public record Request(String residentId, String file, String ground, LocalDate until) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Asked(UUID restriction) implements Outcome {
    }

    /** The registers know nobody by this number. */
    public record Unknown() implements Outcome, Refusal {
    }

    /** File and ground are both needed, each at most so long. @param field which of them */
    public record WordsNeeded(String field, int most) implements Outcome, Refusal {
    }

    /** From today to so many days on. */
    public record WrongDay(LocalDate from, LocalDate to) implements Outcome, Refusal {
    }

    /** Another about the same person waits for its decision. */
    public record AskedAlready() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.HEAD);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Actor.Staff head = (Actor.Staff) actor;
        Optional<Subject> subject = sharing.findByResidentId(request.residentId().strip());
        if (subject.isEmpty()) {
            return new Unknown();
        }
        String file = request.file().strip();
        String ground = request.ground().strip();
        if (isWrong(file) || isWrong(ground)) {
            return new WordsNeeded(isWrong(file) ? "file" : "ground", LONGEST);
        }
        LocalDate last = time.today().plusDays(MOST_DAYS);
        if (request.until().isBefore(time.today()) || request.until().isAfter(last)) {
            return new WrongDay(time.today(), last);
        }
        UUID id = Uuid7.next(time.clock());
        return restrictions.ask(id, subject.get(), head.department(), file, ground, head.username(), request.until()) ? new Asked(id) : new AskedAlready();
    }

    private static boolean isWrong(String words) {
        return words.isEmpty() || words.length() > LONGEST;
    }
}
