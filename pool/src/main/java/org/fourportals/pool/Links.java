package org.fourportals.pool;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Follows {@link References}, the same for every engine. The engine's index of who is named by which record only ever
 * grows and only proposes: each proposal is held against the record's newest version here, so a record that names
 * somebody else now, or was deleted, leads nowhere, in whatever order its versions arrived.
 */
final class Links {

    /** What an engine must find for it. */
    interface Register {
        List<PoolRecord> recordsOf(SubjectId subject, Set<String> datasets);

        /** Newest live versions of all records that ever named this value in this field. */
        List<PoolRecord> thatNamed(String dataset, String field, String value);

        Optional<SubjectId> subjectOf(Identifier identifier);

        List<Identifier> identifiersOf(SubjectId subject);
    }

    private record Link(References.Reference reference, PoolRecord record, SubjectId target) {
    }

    private static final Comparator<Link> NEWEST_LAST = Comparator.comparingLong((Link link) -> link.record().version())
            .thenComparing(Link::target, Comparator.reverseOrder());

    private final Register register;
    private final Clock clock;

    Links(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    List<SubjectId> linked(SubjectId subject, Relation relation) {
        var links = References.ALL.stream().filter(reference -> reference.relation() == relation)
                .flatMap(reference -> reference.back() ? back(subject, reference) : forth(subject, reference))
                .filter(link -> !link.target().equals(subject))
                .filter(this::current)
                .toList();
        return onlyNewest(links).stream().filter(Links::meetsCondition).sorted(NEWEST_LAST.reversed())
                .map(Link::target).distinct().toList();
    }

    private Stream<Link> forth(SubjectId subject, References.Reference reference) {
        return register.recordsOf(subject, Set.of(reference.dataset())).stream()
                .flatMap(record -> named(record, reference).stream().map(target -> new Link(reference, record, target)));
    }

    private Optional<SubjectId> named(PoolRecord record, References.Reference reference) {
        return record.find(reference.field()).flatMap(value -> reference.named().stream()
                .flatMap(type -> identifier(type, value.written()).flatMap(register::subjectOf).stream()).findFirst());
    }

    private static Optional<Identifier> identifier(IdentifierType type, String value) {
        try {
            return Optional.of(new Identifier(type, value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Stream<Link> back(SubjectId subject, References.Reference reference) {
        return register.identifiersOf(subject).stream()
                .filter(identifier -> reference.named().contains(identifier.type()))
                .flatMap(identifier -> register.thatNamed(reference.dataset(), reference.field(), identifier.value()).stream()
                        .filter(record -> Value.of(identifier.value()).equals(record.fields().get(reference.field()))))
                .map(record -> new Link(reference, record, record.subject()));
    }

    private boolean current(Link link) {
        var until = link.reference().until();
        return until == null || !(link.record().fields().get(until) instanceof Value.Day(var end))
                || !end.isBefore(LocalDate.now(clock));
    }

    private static boolean meetsCondition(Link link) {
        return link.reference().onlyIf().entrySet().stream().allMatch(condition ->
                Value.of(condition.getValue()).equals(link.record().fields().get(condition.getKey())));
    }

    /** Where only the newest record counts, drops the others of the same data set. */
    private static List<Link> onlyNewest(List<Link> links) {
        var kept = new ArrayList<Link>();
        Map<String, Link> newest = new HashMap<>();
        for (var link : links) {
            var by = link.reference().newestBy();
            if (by == null) {
                kept.add(link);
            } else {
                var order = Comparator.comparing((Link each) -> dateOf(each, by)).thenComparing(NEWEST_LAST);
                newest.merge(link.reference().dataset(), link, (one, other) -> order.compare(one, other) >= 0 ? one : other);
            }
        }
        kept.addAll(newest.values());
        return kept;
    }

    private static LocalDate dateOf(Link link, String field) {
        return link.record().fields().get(field) instanceof Value.Day(var date) ? date : LocalDate.MIN;
    }
}
