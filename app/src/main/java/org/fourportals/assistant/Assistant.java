package org.fourportals.assistant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.fourportals.assistant.Answer.Destination;
import org.fourportals.assistant.Answer.Field;
import org.fourportals.assistant.Answer.Link;
import org.fourportals.assistant.Answer.Meant;
import org.fourportals.assistant.internal.Books;
import org.fourportals.assistant.internal.CaseTeller;
import org.fourportals.assistant.internal.FactTeller;
import org.fourportals.assistant.internal.Guards;
import org.fourportals.assistant.internal.IntentModel;
import org.fourportals.assistant.internal.Nearest;
import org.fourportals.assistant.internal.Phrases;
import org.fourportals.assistant.internal.Reasons;
import org.fourportals.assistant.internal.Supposition;
import org.fourportals.assistant.internal.Wanted;
import org.fourportals.assistant.internal.Wish;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Text;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.Interview;
import org.fourportals.casework.Progress;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.circumstances.Facts;
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

    /** Above this the question is declined; below {@link #LEAST} what it wants is a guess. */
    private static final double DECLINE = 0.4;
    private static final double LEAST = 0.3;

    /** Enough to decline where nothing in the catalogue is meant either. */
    private static final double DOUBT = 0.12;

    /** Above this nothing else is considered. */
    private static final double CERTAIN = 0.7;

    /** So sure it must be that a part of the product is asked for, for search to say so. */
    private static final double SURE = 0.75;

    private final IntentModel intents;
    private final Guards guards = new Guards();
    private final Books books;
    private final Phrases phrases;
    private final Wanted wanted;
    private final FactTeller facts;
    private final Supposition supposition;
    private final Reasons reasons;
    private final Supplier<LocalDate> today;
    private final @Nullable Own own;

    /** The asker's own cases; there are none where only the catalogue is measured. */
    private record Own(Cases cases, Interview interview, CaseTeller teller) {
    }

    @Autowired
    Assistant(Catalogue catalogue, Search search, Vectors vectors, Cases cases, Interview interview, CityTime time) {
        this(Books.of(catalogue), search, vectors, time::today, new Phrases(), cases, interview);
    }

    private Assistant(Books books, Search search, Vectors vectors, Supplier<LocalDate> today, Phrases phrases, @Nullable Cases cases, @Nullable Interview interview) {
        this.books = books;
        this.phrases = phrases;
        this.today = today;
        this.intents = IntentModel.builtIn(vectors);
        this.wanted = new Wanted(search, books);
        this.facts = new FactTeller(books, phrases);
        Nearest nearest = new Nearest(vectors);
        this.supposition = new Supposition(nearest, phrases);
        this.reasons = new Reasons(nearest, phrases);
        this.own = cases == null || interview == null ? null : new Own(cases, interview, new CaseTeller(cases, interview, books, phrases));
    }

    /** Over what a folder holds, for people who have no cases: for whoever measures. */
    public static Assistant over(CatalogueReader.Reading reading, Search search, Vectors vectors, LocalDate today) {
        return new Assistant(Books.of(reading), search, vectors, () -> today, new Phrases(), null, null);
    }

    /**
     * Answers.
     *
     * @param question anything a person or a machine may send
     */
    public Answer answer(Actor actor, Place place, String question) {
        Context context = context(actor, place);
        Wish wish = Wish.of(question, guards.raise(intents.likely(question), question), context.place, wanted.sureness(question), guards.speak(question));
        if (wish.intent().isEmpty()) {
            return new Answer(new Meant.Unsure(), List.of(phrases.say("empty")), List.of(), List.of());
        }
        Optional<Answer> told = wish.share() < CERTAIN || wish.wantsAnAffair() ? circumstance(context, question) : Optional.empty();
        if (told.isPresent() && wish.refuse() < CERTAIN) {
            return told.get();
        }
        if (wish.refuse() >= DECLINE) {
            return decline(wish.reason().substring("refuse:".length()));
        }
        String intent = wish.share() < LEAST || wish.intent().startsWith("refuse:") ? "affair" : wish.intent();
        int colon = intent.indexOf(':');
        String rest = intent.substring(colon + 1);
        return switch (colon < 0 ? intent : intent.substring(0, colon)) {
            case "go" -> lead(context, Target.find(rest).orElseThrow());
            case "say" -> new Answer(new Meant.Pleasantry(rest), List.of(phrases.say("say." + rest)), List.of(), List.of());
            case "fact" -> rest.equals("start") ? find(context, question) : rest.equals("what-if") ? suppose(context, question)
                    : state(context, question, Field.valueOf(rest.toUpperCase(Locale.ROOT).replace('-', '_')));
            default -> wish.refuse() >= DOUBT && context.place.affair() == null && wanted.sureness(question) == 0 ? decline(wish.reason().substring("refuse:".length()))
                    : find(context, question);
        };
    }

    /** The part of the product somebody surely asks for, such as larger letters; for whoever searches for it as for an affair. */
    public Optional<Answer> help(Actor actor, Place place, String query) {
        Wish wish = Wish.of(query, intents.likely(query), place, wanted.sureness(query), guards.speak(query));
        return wish.intent().startsWith("go:") && wish.share() >= SURE ? Target.find(wish.intent().substring(3)).map(target -> lead(context(actor, place), target)) : Optional.empty();
    }

    /** The page and what is known of the case that is open there. */
    private record Context(Actor actor, Place place, @Nullable Case open, @Nullable Progress progress) {

        Facts facts() {
            return progress == null ? Facts.none() : progress.facts();
        }
    }

    private Context context(Actor actor, Place place) {
        if (own == null || place.caseId() == null) {
            return new Context(actor, place, null, null);
        }
        return own.cases.find(actor, place.caseId()).map(found -> new Context(actor, place.with(found.affair(), found.state()), found, own.interview.progress(found)))
                .orElseGet(() -> new Context(actor, place, null, null));
    }

    private Answer decline(String reason) {
        List<Link> proposals = List.of(part(Target.HUMAN_HELP));
        return new Answer(new Meant.Declined(reason), List.of(phrases.say("decline." + reason)), List.of(),
                reason.equals("other-person") ? List.of(part(Target.DATA_ACCESS_LOG), part(Target.HUMAN_HELP)) : proposals);
    }

    private Link part(Target target) {
        return new Link(phrases.topic(target).title(), new Destination.Part(target));
    }

    private Answer lead(Context context, Target target) {
        if (target == Target.CASE_PROGRESS) {
            return progress(context);
        }
        List<Text> says = new ArrayList<>();
        if (target == Target.UPLOAD && context.progress != null && context.progress.isListed()) {
            List<AffairPlan.Requirement> missing = context.progress.missing();
            says.add(missing.isEmpty() ? phrases.say("documents.complete") : phrases.say("documents.yours", Phrases.joined(missing.stream().map(AffairPlan.Requirement::name).toList())));
        }
        says.add(phrases.topic(target).text());
        return new Answer(new Meant.Led(target), says, List.of(), List.of(part(target)));
    }

    private Answer progress(Context context) {
        Meant meant = new Meant.Led(Target.CASE_PROGRESS);
        if (own == null || context.actor instanceof Actor.Visitor && context.open == null) {
            return new Answer(meant, List.of(phrases.say("case.sign-in"), phrases.say("case.number")), List.of(), List.of(part(Target.SIGN_IN), part(Target.CASE_PROGRESS)));
        }
        List<Case> about = context.open != null ? List.of(context.open) : own.teller.current(context.actor);
        if (about.isEmpty()) {
            return new Answer(meant, List.of(phrases.say("case.none")), List.of(), List.of(part(Target.CASE_PROGRESS)));
        }
        return new Answer(meant, about.stream().flatMap(c -> own.teller.tell(c).stream()).toList(), about.stream().map(own.teller::link).toList(), List.of(part(Target.CASE_PROGRESS)));
    }

    private Answer state(Context context, String question, Field field) {
        Optional<AffairPlan> plan = wanted.about(question, context.place).flatMap(books.plans());
        if (plan.isEmpty()) {
            return field == Field.WHAT_IS ? find(context, question) : ask(question);
        }
        boolean here = plan.get().affair().id().equals(context.place.affair());
        List<Text> says = field == Field.WHY || field == Field.WHAT_IS ? reasons.tell(plan.get(), question) : facts.tell(plan.get(), field, here ? context.facts() : Facts.none(), today.get());
        if (says.isEmpty()) {
            return find(context, question);
        }
        return new Answer(new Meant.Fact(plan.get().affair().id(), field), says, List.of(source(plan.get().affair())), here ? List.of() : List.of(begin(plan.get().affair())));
    }

    private static Link source(Affair affair) {
        return new Link(affair.name(), new Destination.OfAffair(affair.id()));
    }

    private Link begin(Affair affair) {
        return new Link(phrases.say("begin", affair.name()), new Destination.Begin(affair.id(), null, null));
    }

    private Answer ask(String question) {
        List<Affair> near = wanted.nearest(question);
        return near.isEmpty() ? unsure(question) : new Answer(new Meant.Unsure(), List.of(phrases.say("which")), List.of(), near.stream().map(Assistant::source).toList());
    }

    /** On the page of an affair: what follows from what is plainly an answer to one of its questions. */
    private Optional<Answer> circumstance(Context context, String question) {
        return Optional.ofNullable(context.place.affair()).flatMap(books.plans())
                .flatMap(plan -> supposition.find(plan, question).filter(Supposition.Supposed::isClear).map(supposed -> follow(context, plan, supposed, question)));
    }

    private Answer suppose(Context context, String question) {
        Optional<AffairPlan> plan = Optional.ofNullable(context.place.affair()).flatMap(books.plans());
        Optional<Supposition.Supposed> supposed = plan.flatMap(p -> supposition.find(p, question)).filter(Supposition.Supposed::isLikely);
        return plan.isPresent() && supposed.isPresent() ? follow(context, plan.get(), supposed.get(), question) : find(context, question);
    }

    private Answer follow(Context context, AffairPlan plan, Supposition.Supposed supposed, String question) {
        boolean here = plan.affair().id().equals(context.place.affair());
        List<AffairPlan.Choice> others = supposition.instead(supposed, question);
        if (!others.isEmpty()) {
            return new Answer(new Meant.Supposed(plan.affair().id(), supposed.question().id(), ""), List.of(phrases.say("what-if.which", supposed.words())), List.of(source(plan.affair())),
                    others.stream().map(other -> new Link(other.text(), new Destination.Begin(plan.affair().id(), supposed.question().id(), other.id()))).toList());
        }
        Supposition.Consequence consequence = supposition.follow(plan, supposed, here ? context.facts() : Facts.none(), today.get());
        Optional<Affair> instead = consequence.instead().flatMap(books.plans()).map(AffairPlan::affair);
        if (instead.isPresent()) {
            return new Answer(new Meant.Wanted(instead.get().id()), consequence.says(), List.of(source(plan.affair())), List.of(source(instead.get()), begin(instead.get())));
        }
        Link go = new Link(phrases.say("begin.so", plan.affair().name()), new Destination.Begin(plan.affair().id(), supposed.question().id(), supposed.answer()));
        return new Answer(new Meant.Supposed(plan.affair().id(), supposed.question().id(), supposed.answer()), consequence.says(), List.of(source(plan.affair())),
                consequence.refused() || context.open != null ? List.of() : List.of(go));
    }

    private Answer send(AffairPlan here, AffairPlan.Refused elsewhere) {
        Affair other = books.plans().apply(Objects.requireNonNull(elsewhere.affair())).orElseThrow().affair();
        return new Answer(new Meant.Wanted(other.id()), List.of(elsewhere.reason(), elsewhere.instead()), List.of(source(here.affair())), List.of(source(other), begin(other)));
    }

    /** The affair that is asked for; on a page of an affair also what follows there from what is said, and what is meant beside it. */
    private Answer find(Context context, String question) {
        Wanted.Found found = wanted.find(question, context.place);
        Optional<AffairPlan> here = Optional.ofNullable(context.place.affair()).flatMap(books.plans());
        if (here.isPresent() && !found.sure()) {
            Optional<Supposition.Supposed> supposed = supposition.find(here.get(), question);
            Optional<AffairPlan.Refused> elsewhere = supposition.elsewhere(here.get(), question, supposed.map(Supposition.Supposed::nearness).orElse(0.0));
            if (elsewhere.isPresent()) {
                return send(here.get(), elsewhere.get());
            }
            if (supposed.isPresent() && supposed.get().isLikely()) {
                return follow(context, here.get(), supposed.get(), question);
            }
        }
        if (found.affairs().isEmpty()) {
            return unsure(question);
        }
        Affair first = found.affairs().getFirst();
        List<Text> says = new ArrayList<>(List.of(phrases.say("affair", first.name())));
        books.plans().apply(first.id()).map(AffairPlan::plain).ifPresent(says::add);
        return new Answer(new Meant.Wanted(first.id()), says, List.of(source(first)),
                Stream.concat(Stream.of(begin(first)), found.affairs().stream().skip(1).map(Assistant::source)).toList());
    }

    private Answer unsure(String question) {
        List<Affair> near = wanted.nearest(question);
        List<Text> says = new ArrayList<>(List.of(phrases.say("unsure")));
        if (!near.isEmpty()) {
            says.add(phrases.say("unsure.nearest"));
        }
        says.add(phrases.say("unsure.person"));
        return new Answer(new Meant.Unsure(), says, List.of(), Stream.concat(near.stream().map(Assistant::source), Stream.of(part(Target.HUMAN_HELP))).toList());
    }
}
