package org.fourportals.assistant.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

import org.fourportals.assistant.Answer.Destination;
import org.fourportals.assistant.Answer.Link;
import org.fourportals.base.Actor;
import org.fourportals.base.Text;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.Interview;
import org.fourportals.casework.LegalClock;
import org.fourportals.catalogue.AffairPlan;

/** Tells how far the asker's own cases are, as far as she may see them. */
public final class CaseTeller {

    private static final int MOST = 4;
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Cases cases;
    private final Interview interview;
    private final Books books;
    private final Phrases phrases;

    public CaseTeller(Cases cases, Interview interview, Books books, Phrases phrases) {
        this.cases = cases;
        this.interview = interview;
        this.books = books;
        this.phrases = phrases;
    }

    /** Of those under way; of the one that was changed last where none is. */
    public List<Case> current(Actor actor) {
        List<Case> mine = cases.listMine(actor).stream().filter(c -> c.state() != CaseState.DISCARDED).toList();
        List<Case> open = mine.stream().filter(c -> c.state().isOpen()).limit(MOST).toList();
        return open.isEmpty() ? mine.stream().limit(1).toList() : open;
    }

    public List<Text> tell(Case about) {
        AffairPlan plan = interview.planOf(about);
        List<Text> says = new ArrayList<>();
        String number = about.number() == null ? "" : about.number();
        says.add(phrases.say("case.where", number, plan.affair().name(), state(about, plan)));
        if (about.state().isOpen() && plan.affair().promisedDays() > 0) {
            LegalClock.Reckoning clock = cases.clock(about);
            if (clock.due() != null) {
                says.add(phrases.say("case.due", date(clock.due())));
            }
        }
        return says;
    }

    private Text state(Case about, AffairPlan plan) {
        String key = "case." + about.state().name().toLowerCase(Locale.ROOT);
        if (about.state() != CaseState.IN_REVIEW) {
            return phrases.say(about.state() == CaseState.DISCARDED ? "case.withdrawn" : key);
        }
        List<AffairPlan.Stage> stages = plan.procedure().stages();
        List<String> by = about.stage() >= 0 && about.stage() < stages.size() ? stages.get(about.stage()).by() : List.of(plan.affair().department());
        return phrases.say(key, Phrases.joined(by.stream().map(id -> books.department(id)).toList()));
    }

    private static Text date(LocalDate day) {
        return new Text(day.format(ZH), day.format(EN));
    }

    public Link link(Case about) {
        return new Link(interview.planOf(about).affair().name(), new Destination.OfCase(about.id(), about.state().isDraft()));
    }
}
