package org.fourportals.portal.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fourportals.base.Text;
import org.fourportals.casework.Case;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.delivery.Deliveries;
import org.fourportals.delivery.Delivery;
import org.fourportals.delivery.DeliveryState;
import org.fourportals.delivery.DeliveryStep;
import org.fourportals.delivery.Way;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Moment;
import org.fourportals.portal.kit.Tag;
import org.fourportals.wallet.PostalAddress;
import org.springframework.stereotype.Component;

/** Tells where a paper is, in plain words. */
@Component
public final class DeliveryStory {

    private final Deliveries deliveries;
    private final Centres centres;

    DeliveryStory(Deliveries deliveries, Centres centres) {
        this.deliveries = deliveries;
        this.centres = centres;
    }

    /** Whether the paper is on its way, or was brought or fetched. */
    public boolean isOnItsWay(Case about) {
        return deliveries.of(about).stream().anyMatch(d -> !d.delivery().state().isOverInVain());
    }

    boolean hasCarrier() {
        return deliveries.offer().carrier().isPresent();
    }

    String carrier() {
        return deliveries.offer().carrier().orElse("");
    }

    String price(Page page) {
        return deliveries.offer().fee().signum() == 0 ? page.t("delivery.free") : page.t("delivery.fee", page.money(deliveries.offer().fee()));
    }

    /** All deliveries of a case, the newest first. */
    public List<DeliveryView> views(Page page, Case about, boolean mayAct) {
        return deliveries.of(about).stream().map(tracked -> view(page, tracked, mayAct)).toList();
    }

    private DeliveryView view(Page page, Deliveries.Tracked tracked, boolean mayAct) {
        Delivery delivery = tracked.delivery();
        String centre = centres.find(delivery.centre()).map(c -> page.t(c.name()) + ", " + page.t(c.address())).orElse(delivery.centre());
        PostalAddress address = delivery.address();
        String where = address == null ? centre : address.name() + " · " + line(page, address);
        List<Moment> moments = new ArrayList<>(tracked.steps().reversed().stream().map(step -> moment(page, delivery, step)).toList());
        boolean cancel = mayAct && (delivery.state() == DeliveryState.ORDERED || delivery.state() == DeliveryState.READY);
        return new DeliveryView(delivery.id(), tag(page, delivery.state()), page.t("delivery.by." + (delivery.way() == Way.COURIER ? "courier" : "centre")), where,
                delivery.item() == null ? "" : delivery.item().grouped(), delivery.code() == null || delivery.state() != DeliveryState.READY ? "" : delivery.code(),
                delivery.fee().signum() == 0 ? "" : page.t("delivery.fee", page.money(delivery.fee())), moments, cancel, delivery.state().isOverInVain());
    }

    private static Moment moment(Page page, Delivery delivery, DeliveryStep step) {
        String signer = step.signer().isEmpty() ? "" : page.t("delivery.signed", step.signer());
        String detail = String.join(" · ", List.of(step.place(), signer).stream().filter(part -> !part.isEmpty()).toList());
        String title = page.t("delivery.step." + step.state().key() + (delivery.way() == Way.COLLECT && step.state() == DeliveryState.ORDERED ? "-centre" : ""));
        return Moment.of(step.at(), title).detail(detail.isEmpty() ? null : detail).tone(tone(step.state()));
    }

    static Tag tag(Page page, DeliveryState state) {
        return new Tag(page.t("delivery.state." + state.key()), tone(state));
    }

    private static Tag.Tone tone(DeliveryState state) {
        return switch (state) {
            case DELIVERED, COLLECTED -> Tag.Tone.GOOD;
            case READY, ATTEMPTED, RETURNED -> Tag.Tone.YOURS;
            case LOST -> Tag.Tone.BAD;
            case ORDERED, PACKED, HANDED_OVER, IN_TRANSIT, OUT_FOR_DELIVERY, RETURNING -> Tag.Tone.BUSY;
            case CANCELLED -> Tag.Tone.QUIET;
        };
    }

    /** An address in one line, the district in the page's language. */
    String line(Page page, PostalAddress address) {
        String district = Optional.ofNullable(districts().get(address.district())).map(page::t).orElse(address.district());
        return district + " " + address.line();
    }

    List<Choice> districts(Page page) {
        return districts().entrySet().stream().map(d -> Choice.of(d.getKey(), page.t(d.getValue()))).toList();
    }

    /** Districts and counties; the city's own centre is in one of them. */
    private Map<String, Text> districts() {
        Map<String, Text> districts = new LinkedHashMap<>();
        centres.list().stream().filter(c -> c.level() != Centre.Level.CITY).forEach(c -> districts.putIfAbsent(c.district(), c.districtName()));
        return districts;
    }

    List<Choice> centres(Page page) {
        return centres.list().stream().map(c -> Choice.of(c.id(), page.t(c.name()))).toList();
    }
}
