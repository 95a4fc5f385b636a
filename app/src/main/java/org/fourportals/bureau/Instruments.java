package org.fourportals.bureau;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.bureau.internal.InstrumentStore;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.sharing.Grants;
import org.springframework.stereotype.Component;

/** What the data bureau has laid down: the bureau sees all versions, departments what is or was in force or will be. */
@Component
public class Instruments {

    private final InstrumentStore store;
    private final Catalogue catalogue;
    private final Grants grants;
    private final CityTime time;

    Instruments(InstrumentStore store, Catalogue catalogue, Grants grants, CityTime time) {
        this.store = store;
        this.catalogue = catalogue;
        this.grants = grants;
        this.time = time;
    }

    /** What one may see, the one changed last first. */
    public List<Instrument> list(Actor.Staff staff) {
        return store.list().stream().map(each -> seen(staff, each)).flatMap(Optional::stream).toList();
    }

    public Optional<Instrument> find(Actor.Staff staff, UUID id) {
        return store.find(id).flatMap(each -> seen(staff, each));
    }

    private static Optional<Instrument> seen(Actor.Staff staff, Instrument instrument) {
        if (staff.is(Role.BUREAU)) {
            return Optional.of(instrument);
        }
        var approved = new Instrument(instrument.id(), instrument.kind(),
                instrument.versions().stream().filter(version -> version.stage() == Instrument.Stage.APPROVED).toList());
        return approved.versions().isEmpty() ? Optional.empty() : Optional.of(approved);
    }

    /** The newest word on each department, by department; and all that was ever noted of it with {@link #listNotes}. */
    public List<Implementation> listImplementations(UUID instrument) {
        return store.listNewest(instrument);
    }

    /** The newest first. */
    public List<Implementation> listNotes(UUID instrument) {
        return store.listNotes(instrument);
    }

    /** Whether there is such a rule; a grant that has ended is one no longer. */
    public boolean isThere(RuleLink link) {
        return switch (link.kind()) {
            case LAW -> catalogue.city().laws().containsKey(link.id());
            case AFFAIR -> catalogue.findAffair(link.id()).isPresent();
            case DATASET -> catalogue.findDataset(link.id()).isPresent();
            case GRANT -> !grants.list(link.affair(), link.dataset()).isEmpty();
        };
    }

    /** How many affairs rest on a law. */
    public long countAffairs(String law) {
        return catalogue.affairs().stream().map(affair -> catalogue.findPlan(affair.id())).flatMap(Optional::stream)
                .filter(plan -> plan.laws().stream().anyMatch(each -> each.id().equals(law))).count();
    }

    public Instrument.Standing standing(Instrument instrument, Instrument.Version version) {
        return instrument.standing(version, time.today());
    }
}
