package org.fourportals.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.certificate.Certificates;
import org.fourportals.delivery.internal.DeliverySettings;
import org.fourportals.delivery.internal.DeliveryStore;
import org.fourportals.delivery.internal.StepStore;
import org.fourportals.desk.Desk;
import org.fourportals.wallet.Addresses;
import org.fourportals.wallet.PostalAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The applicant, or the clerk who serves her, has the paper brought by a courier or sets it aside at a centre. It is packed in the centre of the
 * address's district. What was lost is sent again free of charge.
 *
 * <p>Refuses {@link NoPaper} where the case has issued nothing that stands, {@link OnItsWay} where it was ordered already, {@link NoCarrier} where
 * the city has none, {@link WrongAddress} and {@link NoSuchCentre}, {@link TooOften} after five.
 */
@Component
public final class OrderDelivery implements Operation<OrderDelivery.Request, OrderDelivery.Outcome> {

    static final int MOST = 5;

    private final Cases cases;
    private final Certificates certificates;
    private final Centres centres;
    private final Addresses addresses;
    private final DeliveryStore store;
    private final StepStore steps;
    private final DeliverySettings settings;
    private final CityTime time;

    OrderDelivery(Cases cases, Certificates certificates, Centres centres, Addresses addresses, DeliveryStore store, StepStore steps,
            DeliverySettings settings, CityTime time) {
        this.cases = cases;
        this.certificates = certificates;
        this.centres = centres;
        this.addresses = addresses;
        this.store = store;
        this.steps = steps;
        this.settings = settings;
        this.time = time;
    }

    /** Where it goes. */
    public sealed interface To {
    }

    public record Home(PostalAddress address) implements To {
    }

    public record AtCentre(String centre) implements To {
    }

    public record Request(UUID caseId, To to) implements Desk.AboutCase {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Ordered(UUID delivery) implements Outcome {
    }

    public record NoPaper() implements Outcome, Refusal {
    }

    public record OnItsWay() implements Outcome, Refusal {
    }

    public record NoCarrier() implements Outcome, Refusal {
    }

    public record WrongAddress(Set<PostalAddress.Part> parts) implements Outcome, Refusal {
    }

    public record NoSuchCentre() implements Outcome, Refusal {
    }

    public record TooOften(int most) implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Optional<Case> about = cases.find(actor, request.caseId()).filter(c -> cases.mayActAsApplicant(actor, c));
        Optional<Subject> orderer = orderer(actor);
        if (about.isEmpty() || orderer.isEmpty() || !hasPaper(about.get())) {
            return new NoPaper();
        }
        List<Delivery> before = store.listOfCase(request.caseId());
        if (before.stream().anyMatch(d -> !d.state().isOverInVain())) {
            return new OnItsWay();
        }
        if (before.size() >= MOST) {
            return new TooOften(MOST);
        }
        boolean lost = !before.isEmpty() && before.getFirst().state() == DeliveryState.LOST;
        return switch (request.to()) {
            case Home(var address) -> send(about.get(), orderer.get(), address, lost ? BigDecimal.ZERO : settings.fee());
            case AtCentre(var centre) -> centres.find(centre).map(c -> keep(about.get(), orderer.get(), c, null, BigDecimal.ZERO)).orElseGet(NoSuchCentre::new);
        };
    }

    private Outcome send(Case about, Subject orderer, PostalAddress address, BigDecimal fee) {
        if (!settings.hasCarrier()) {
            return new NoCarrier();
        }
        Set<PostalAddress.Part> faults = address.faults();
        List<Centre> near = centres.listOf(address.district());
        if (near.isEmpty()) {
            faults.add(PostalAddress.Part.DISTRICT);
        }
        if (!faults.isEmpty()) {
            return new WrongAddress(faults);
        }
        addresses.keep(orderer, address);
        return keep(about, orderer, near.getFirst(), address, fee);
    }

    private Outcome keep(Case about, Subject orderer, Centre centre, @Nullable PostalAddress address, BigDecimal fee) {
        Instant now = time.now();
        ItemNumber item = address == null ? null : ItemNumber.of(settings.service(), store.nextItem(), settings.country());
        Delivery order = new Delivery(Uuid7.next(time.clock()), about.id(), String.valueOf(about.number()), about.affair(), orderer,
                address == null ? Way.COLLECT : Way.COURIER, DeliveryState.ORDERED, centre.id(), item, address, null, fee, null, now, now);
        if (!store.insert(order)) {
            return new OnItsWay();
        }
        steps.add(order);
        return new Ordered(order.id());
    }

    private boolean hasPaper(Case about) {
        return about.state() == CaseState.GRANTED && certificates.findByCase(about.id()).filter(c -> c.revokedAt() == null).isPresent();
    }

    static Optional<Subject> orderer(Actor actor) {
        return switch (actor) {
            case Actor.Resident resident -> Optional.of(resident.subject());
            case Actor.Staff staff -> Optional.ofNullable(staff.serving());
            case Actor.Visitor _, Actor.Device _, Actor.Automatic _ -> Optional.empty();
        };
    }
}
