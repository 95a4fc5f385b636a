package org.fourportals.assistant.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.fourportals.assistant.Answer;
import org.fourportals.assistant.Answer.Destination;
import org.fourportals.assistant.Answer.Link;
import org.fourportals.assistant.Answer.Meant;
import org.fourportals.assistant.Target;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;

/** Answers that need nothing but words: an affair that was found, a kind refusal, a doubt. */
public final class Replies {

    private final Phrases phrases;
    private final Books books;

    public Replies(Phrases phrases, Books books) {
        this.phrases = phrases;
        this.books = books;
    }

    Link part(Target target) {
        return new Link(phrases.topic(target).title(), new Destination.Part(target));
    }

    public static Link source(Affair affair) {
        return new Link(affair.name(), new Destination.OfAffair(affair.id()));
    }

    public Link begin(Affair affair) {
        return new Link(phrases.say("begin", affair.name()), new Destination.Begin(affair.id(), null, null));
    }

    public Answer nothingAsked() {
        return new Answer(new Meant.Unsure(), List.of(phrases.say("empty")), List.of(), List.of());
    }

    /** `kind` is a key of the phrases, such as `greeting`. */
    public Answer pleasantry(String kind) {
        return new Answer(new Meant.Pleasantry(kind), List.of(phrases.say("say." + kind)), List.of(), List.of());
    }

    /** `reason` is a key of the phrases, such as `promise`. */
    public Answer decline(String reason) {
        List<Link> proposals = reason.equals("other-person") ? List.of(part(Target.DATA_ACCESS_LOG), part(Target.HUMAN_HELP)) : List.of(part(Target.HUMAN_HELP));
        return new Answer(new Meant.Declined(reason), List.of(phrases.say("decline." + reason)), List.of(), proposals);
    }

    /** `found` holds at least one affair, the most likely first. */
    public Answer wanted(List<Affair> found) {
        Affair first = found.getFirst();
        List<Text> says = new ArrayList<>(List.of(phrases.say("affair", first.name())));
        books.plan(first.id()).map(AffairPlan::plain).ifPresent(says::add);
        return new Answer(new Meant.Wanted(first.id()), says, List.of(source(first)),
                Stream.concat(Stream.of(begin(first)), found.stream().skip(1).map(Replies::source)).toList());
    }

    /** As {@link #wanted}, for what is only near. */
    public Answer perhaps(List<Affair> near) {
        Affair first = near.getFirst();
        return new Answer(new Meant.Wanted(first.id()), List.of(phrases.say("perhaps", first.name())), List.of(source(first)),
                Stream.concat(Stream.of(begin(first)), near.stream().skip(1).map(Replies::source)).toList());
    }

    public Answer which(List<Affair> near) {
        return near.isEmpty() ? unsure(near)
                : new Answer(new Meant.Unsure(), List.of(phrases.say("which")), List.of(), near.stream().map(Replies::source).toList());
    }

    public Answer unsure(List<Affair> near) {
        List<Text> says = new ArrayList<>(List.of(phrases.say("unsure")));
        if (!near.isEmpty()) {
            says.add(phrases.say("unsure.nearest"));
        }
        says.add(phrases.say("unsure.person"));
        return new Answer(new Meant.Unsure(), says, List.of(), Stream.concat(near.stream().map(Replies::source), Stream.of(part(Target.HUMAN_HELP))).toList());
    }
}
