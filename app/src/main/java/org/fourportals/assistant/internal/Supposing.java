package org.fourportals.assistant.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.fourportals.assistant.Answer;
import org.fourportals.assistant.Answer.Destination;
import org.fourportals.assistant.Answer.Link;
import org.fourportals.assistant.Answer.Meant;
import org.fourportals.assistant.internal.Supposition.Consequence;
import org.fourportals.assistant.internal.Supposition.Supposed;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;

/** Answers what follows, on the page of an affair, from what somebody says of her circumstances. */
public final class Supposing {

    private final Supposition supposition;
    private final Phrases phrases;
    private final Replies replies;
    private final Books books;
    private final Supplier<LocalDate> today;

    public Supposing(Supposition supposition, Phrases phrases, Replies replies, Books books, Supplier<LocalDate> today) {
        this.supposition = supposition;
        this.phrases = phrases;
        this.replies = replies;
        this.books = books;
        this.today = today;
    }

    /** Where what is said is plainly an answer to one of the affair's questions. */
    public Optional<Answer> plain(Context context, String question) {
        return here(context).flatMap(plan -> supposition.find(plan, question).filter(Supposed::isClear).map(supposed -> follow(context, plan, supposed, question)));
    }

    /** Where it is likely an answer to one of the affair's questions. */
    public Optional<Answer> likely(Context context, String question) {
        return here(context).flatMap(plan -> supposition.find(plan, question).filter(Supposed::isLikely).map(supposed -> follow(context, plan, supposed, question)));
    }

    /** As above; or where it is rather what the affair refuses and sends elsewhere for. */
    public Optional<Answer> likelyOrElsewhere(Context context, String question) {
        return here(context).flatMap(plan -> {
            double nearness = supposition.find(plan, question).map(Supposed::nearness).orElse(0.0);
            return supposition.elsewhere(plan, question, nearness).map(refused -> send(plan, refused)).or(() -> likely(context, question));
        });
    }

    private Optional<AffairPlan> here(Context context) {
        return Optional.ofNullable(context.place().affair()).flatMap(books.plans());
    }

    private Answer follow(Context context, AffairPlan plan, Supposed supposed, String question) {
        List<AffairPlan.Choice> others = supposition.instead(supposed, question);
        if (!others.isEmpty()) {
            return new Answer(new Meant.Supposed(plan.affair().id(), supposed.question().id(), ""), List.of(phrases.say("what-if.which", supposed.words())),
                    List.of(Replies.source(plan.affair())), others.stream().map(other -> new Link(other.text(), begin(plan, supposed, other.id()))).toList());
        }
        Consequence consequence = supposition.follow(plan, supposed, context.factsOf(plan.affair().id()), today.get());
        Optional<Affair> instead = consequence.instead().flatMap(books.plans()).map(AffairPlan::affair);
        if (instead.isPresent()) {
            return new Answer(new Meant.Wanted(instead.get().id()), consequence.says(), List.of(Replies.source(plan.affair())),
                    List.of(Replies.source(instead.get()), replies.begin(instead.get())));
        }
        List<Link> go = consequence.refused() || context.open() != null ? List.of()
                : List.of(new Link(phrases.say("begin.so", plan.affair().name()), begin(plan, supposed, supposed.answer())));
        return new Answer(new Meant.Supposed(plan.affair().id(), supposed.question().id(), supposed.answer()), consequence.says(), List.of(Replies.source(plan.affair())), go);
    }

    private static Destination begin(AffairPlan plan, Supposed supposed, String answer) {
        return new Destination.Begin(plan.affair().id(), supposed.question().id(), answer);
    }

    private Answer send(AffairPlan here, AffairPlan.Refused elsewhere) {
        Affair other = books.plan(Objects.requireNonNull(elsewhere.affair())).orElseThrow().affair();
        return new Answer(new Meant.Wanted(other.id()), List.of(elsewhere.reason(), elsewhere.instead()), List.of(Replies.source(here.affair())),
                List.of(Replies.source(other), replies.begin(other)));
    }
}
