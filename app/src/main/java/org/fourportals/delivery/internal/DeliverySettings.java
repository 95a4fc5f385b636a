package org.fourportals.delivery.internal;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Base64;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The carrier, and what it costs.
 *
 * @param carrier    its name to people
 * @param address    of its interface, such as {@code https://api.carrier.example/v1}; blank if no carrier is set: then papers are only collected
 * @param carrierKey its public Ed25519 key (X.509, base64), with which it signs what it tells us
 * @param service    two letters that S10 numbers begin with, as agreed with the carrier
 * @param fee        in yuan, which the courier takes at the door; 0 if the city pays
 */
@Component
public record DeliverySettings(@Value("${fourportals.delivery.carrier:}") String carrier, @Value("${fourportals.delivery.address:}") String address,
        @Value("${fourportals.delivery.carrier-key:}") String carrierKey, @Value("${fourportals.delivery.service:EA}") String service,
        @Value("${fourportals.delivery.country:CN}") String country, @Value("${fourportals.delivery.fee:0}") BigDecimal fee,
        @Value("${fourportals.delivery.seconds:15}") int seconds) {

    public DeliverySettings {
        if (!address.isBlank()) {
            URI uri = URI.create(address.strip());
            if (uri.getHost() == null || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                throw new IllegalArgumentException("fourportals.delivery.address is no web address: " + address);
            }
            if (carrier.isBlank() || carrierKey.isBlank()) {
                throw new IllegalArgumentException("fourportals.delivery.carrier and fourportals.delivery.carrier-key belong to fourportals.delivery.address");
            }
        }
        if (!service.matches("[A-Z]{2}") || !country.matches("[A-Z]{2}") || fee.signum() < 0) {
            throw new IllegalArgumentException("fourportals.delivery: service and country are two capital letters, the fee is not negative");
        }
    }

    public boolean hasCarrier() {
        return !address.isBlank();
    }

    /** The carrier's key as X.509. */
    public byte[] key() {
        return Base64.getDecoder().decode(carrierKey.strip());
    }
}
