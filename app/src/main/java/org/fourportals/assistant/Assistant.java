package org.fourportals.assistant;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.fourportals.assistant.Answer.Field;
import org.fourportals.assistant.Answer.Meant;
import org.fourportals.assistant.internal.Books;
import org.fourportals.assistant.internal.Context;
import org.fourportals.assistant.internal.FactTeller;
import org.fourportals.assistant.internal.Guards;
import org.fourportals.assistant.internal.Guide;
import org.fourportals.assistant.internal.IntentModel;
import org.fourportals.assistant.internal.Nearest;
import org.fourportals.assistant.internal.Phrases;
import org.fourportals.assistant.internal.Reasons;
import org.fourportals.assistant.internal.Replies;
import org.fourportals.assistant.internal.Supposing;
import org.fourportals.assistant.internal.Supposition;
import org.fourportals.assistant.internal.Wanted;
import org.fourportals.assistant.internal.Wish;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Text;
import org.fourportals.casework.Cases;
import org.fourportals.casework.Interview;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.meaning.Vectors;
import org.fourportals.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Answers a question asked on a page. Works without any language model that writes: what is wanted is told by a classifier and by nearness of
 * meaning, what is said comes from the catalogue in force, the help and the asker's own cases. Reads only what the asker may see, changes nothing.
 */
@Component
public final class Assistant {

    /** Below this what a question wants is a guess. */
    private static final double LEAST = 0.3;

    /** So likely an affair is wanted that the nearest is offered even where search is not sure. */
    private static final double OFFER = 0.5;

    /** Above this nothing else is considered. */
    private static final double CERTAIN = 0.7;

    /** So sure it must be that a part of the product is asked for, for search to say so. */
    private static final double SURE = 0.75;

    private final IntentModel intents;
    private final Guards guards = new Guards();
    private final Books books;
    private final Wanted wanted;
    private final FactTeller facts;
    private final Reasons reasons;
    private final Replies replies;
    private final Guide guide;
    private final Supposing supposing;
    private final Supplier<LocalDate> today;

    @Autowired
    Assistant(Catalogue catalogue, Search search, Vectors vectors, Cases cases, Interview interview, CityTime time) {
        this(Books.of(catalogue), search, vectors, time::today, cases, interview);
    }

    private Assistant(Books books, Search search, Vectors vectors, Supplier<LocalDate> today, @Nullable Cases cases, @Nullable Interview interview) {
        Phrases phrases = new Phrases();
        Nearest nearest = new Nearest(vectors);
        this.books = books;
        this.today = today;
        this.intents = IntentModel.builtIn(vectors);
        this.wanted = new Wanted(search, books);
        this.facts = new FactTeller(books, phrases);
        this.reasons = new Reasons(nearest, phrases);
        this.replies = new Replies(phrases, books);
        this.guide = new Guide(phrases, replies, books, cases, interview);
        this.supposing = new Supposing(new Supposition(nearest, phrases), phrases, replies, books, today);
    }

    /** Over what a folder holds, for people who have no cases: for whoever measures. */
    public static Assistant over(CatalogueReader.Reading reading, Search search, Vectors vectors, LocalDate today) {
        return new Assistant(Books.of(reading), search, vectors, () -> today, null, null);
    }

    /**
     * Answers.
     *
     * @param question anything a person or a machine may send
     */
    public Answer answer(Actor actor, Place place, String question) {
        Context context = guide.context(actor, wanted.meansAnother(question, place) ? Place.of(place.portal(), Place.Kind.OTHER) : place);
        double named = wanted.sureness(question);
        Wish wish = wish(context.place(), question, named);
        if (wish.intent().isEmpty()) {
            return replies.nothingAsked();
        }
        if (wish.refuse() < CERTAIN && (wish.share() < CERTAIN || wish.wantsAnAffair())) {
            Optional<Answer> told = supposing.plain(context, question);
            if (told.isPresent()) {
                return told.get();
            }
        }
        if (wish.isToBeDeclined(named, guards.speak(question, named))) {
            return replies.decline(wish.reason());
        }
        return wish.share() < LEAST ? find(context, wish, question) : grant(context, wish, question);
    }

    private Wish wish(Place place, String question, double named) {
        return Wish.of(question, intents.likely(question), place, named);
    }

    private Answer grant(Context context, Wish wish, String question) {
        String intent = wish.intent();
        String what = intent.substring(intent.indexOf(':') + 1);
        return switch (intent.substring(0, Math.max(0, intent.indexOf(':')))) {
            case "go" -> guide.lead(context, Target.find(what).orElseThrow());
            case "say" -> replies.pleasantry(what);
            case "fact" -> switch (what) {
                case "start" -> find(context, wish, question);
                case "what-if" -> supposing.likely(context, question).orElseGet(() -> find(context, wish, question));
                default -> state(context, wish, question, Field.valueOf(what.toUpperCase(Locale.ROOT).replace('-', '_')));
            };
            default -> find(context, wish, question);
        };
    }

    /** The part of the product somebody surely asks for, such as larger letters; for whoever searches for it as for an affair. */
    public Optional<Answer> help(Actor actor, Place place, String query) {
        Wish wish = wish(place, query, wanted.sureness(query));
        boolean part = wish.intent().startsWith("go:") && wish.share() >= SURE;
        return part ? Target.find(wish.intent().substring(3)).map(target -> guide.lead(guide.context(actor, place), target)) : Optional.empty();
    }

    private Answer state(Context context, Wish wish, String question, Field field) {
        Optional<AffairPlan> plan = wanted.about(question, context.place()).flatMap(books.plans());
        if (plan.isEmpty()) {
            return field == Field.WHAT_IS ? find(context, wish, question) : replies.which(wanted.nearest(question));
        }
        Affair affair = plan.get().affair();
        boolean isOfWords = field == Field.WHY || field == Field.WHAT_IS;
        List<Text> says = isOfWords ? reasons.tell(plan.get(), question) : facts.tell(plan.get(), field, context, today.get());
        return says.isEmpty() ? find(context, wish, question) : new Answer(new Meant.Fact(affair.id(), field), says, List.of(Replies.source(affair)),
                context.isAbout(affair.id()) ? List.of() : List.of(replies.begin(affair)));
    }

    /** The affair that is asked for; on a page of an affair also what follows there from what is said, and what is meant beside it. */
    private Answer find(Context context, Wish wish, String question) {
        Wanted.Found found = wanted.find(question, context.place());
        Optional<Answer> follows = found.sure() ? Optional.empty() : supposing.likelyOrElsewhere(context, question);
        return follows.orElseGet(() -> found.affairs().isEmpty() ? perhaps(wish, question) : replies.wanted(found.affairs()));
    }

    /** Where search is not sure: the nearest affairs, said to be a guess. */
    private Answer perhaps(Wish wish, String question) {
        List<Affair> near = wanted.nearest(question);
        return wish.wantsAnAffair() && wish.share() >= OFFER && !near.isEmpty() ? replies.perhaps(near) : replies.unsure(near);
    }
}
