package org.fourportals.portal.apply;

import java.util.Optional;
import java.util.List;

import org.fourportals.delivery.OrderDelivery;
import org.fourportals.wallet.Addresses;
import org.fourportals.wallet.PostalAddress;
import org.springframework.util.MultiValueMap;

/**
 * How somebody wants her paper, as typed.
 *
 * @param way  {@code courier} or {@code centre}; empty if not chosen
 * @param kept id of an address of the wallet, {@code new}, or empty
 */
public record DeliveryForm(String way, String kept, String name, String phone, String district, String line, String centre) {

    static final String COURIER = "courier";
    static final String CENTRE = "centre";
    static final String NEW = "new";
    private static final int LONGEST = 200;

    static DeliveryForm of(MultiValueMap<String, String> typed) {
        return new DeliveryForm(get(typed, "way"), get(typed, "kept"), get(typed, "name"), get(typed, "phone"), get(typed, "district"), get(typed, "line"),
                get(typed, "centre"));
    }

    private static String get(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip().substring(0, Math.min(LONGEST, value.strip().length()));
    }

    /** Where it is to go; empty if the way was not chosen. What was typed anew counts where no address of the wallet is chosen. */
    Optional<OrderDelivery.To> to(List<Addresses.Kept> addresses) {
        return switch (way) {
            case COURIER -> Optional.of(new OrderDelivery.Home(addresses.stream().filter(a -> a.id().toString().equals(kept)).findFirst().map(Addresses.Kept::address)
                    .orElseGet(() -> PostalAddress.typed(name, phone, district, line))));
            case CENTRE -> Optional.of(new OrderDelivery.AtCentre(centre));
            default -> Optional.empty();
        };
    }
}
