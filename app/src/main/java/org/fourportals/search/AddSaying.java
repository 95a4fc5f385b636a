package org.fourportals.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.catalogue.Catalogue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes a query that found nothing a saying of an affair, and a test of it. It is tried first: refuses {@link AddSaying.Spoils} where a query that
 * was mended before would no longer find its affair first, and {@link AddSaying.StillNotFound} where even so another affair comes first.
 */
@Component
public final class AddSaying implements Operation<AddSaying.Request, AddSaying.Result> {

    private final Missed missed;
    private final Sayings sayings;
    private final Search search;
    private final Catalogue catalogue;

    AddSaying(Missed missed, Sayings sayings, Search search, Catalogue catalogue) {
        this.missed = missed;
        this.sayings = sayings;
        this.search = search;
        this.catalogue = catalogue;
    }

    /** The query by its entry, and the affair it means. */
    public record Request(UUID missed, String affair) {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    public record Added(String affair) implements Result {
    }

    /** There is no such entry any more, or no such affair. */
    public record NotFound() implements Result, Refusal {
    }

    /** These queries would no longer find their affair first. */
    public record Spoils(List<String> queries) implements Result, Refusal {
    }

    /** Another affair would still come first. */
    public record StillNotFound(String first) implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.EDITOR);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    /** Once the saying is kept for good; what is only tried out changes no index. */
    private static void afterwards(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    @Override
    public Result perform(Actor actor, Request request) {
        Optional<Missed.Entry> entry = missed.find(request.missed());
        if (entry.isEmpty() || catalogue.findAffair(request.affair()).isEmpty()) {
            return new NotFound();
        }
        Sayings.Saying saying = new Sayings.Saying(request.affair(), entry.get().language(), entry.get().text());
        List<Sayings.Saying> all = new java.util.ArrayList<>(sayings.list());
        all.removeIf(old -> old.language() == saying.language() && old.text().equals(saying.text()));
        all.add(saying);
        Search.Trial trial = search.tryOut(all);
        Optional<String> first = trial.first(saying.text());
        if (!first.equals(Optional.of(saying.affair()))) {
            return new StillNotFound(first.orElse(""));
        }
        List<String> spoilt = all.stream().filter(each -> !trial.first(each.text()).equals(Optional.of(each.affair())))
                .filter(each -> search.first(each.text()).equals(Optional.of(each.affair()))).map(Sayings.Saying::text).toList();
        if (!spoilt.isEmpty()) {
            return new Spoils(spoilt);
        }
        sayings.add(saying, actor.id());
        missed.setAside(request.missed(), actor.id());
        afterwards(search::rebuildLater);
        return new Added(request.affair());
    }
}
