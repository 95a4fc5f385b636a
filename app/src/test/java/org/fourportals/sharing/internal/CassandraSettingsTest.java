package org.fourportals.sharing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.fourportals.pool.CassandraPlace;
import org.junit.jupiter.api.Test;

/** Where the pool lies, as an operator writes it. */
class CassandraSettingsTest {

    private static CassandraPlace place(Map<String, String> settings) {
        return new CassandraSettings(settings::get).place();
    }

    @Test
    void twoSettingsAreEnough() {
        CassandraPlace place = place(Map.of("contact-points", "10.0.0.1, 10.0.0.2:9999", "datacenter", "east"));
        assertThat(place.contactPoints()).extracting(point -> point.getHostString() + " " + point.getPort()).containsExactly("10.0.0.1 9042", "10.0.0.2 9999");
        assertThat(place.keyspace()).isEqualTo("fourportals_pool");
        assertThat(place.replication()).isEqualTo(3);
        assertThat(place.access()).isNull();
        assertThat(place.management()).isEmpty();
    }

    @Test
    void accountTlsAndManagementAreTakenOver() {
        CassandraPlace place = place(Map.of("contact-points", "10.0.0.1", "datacenter", "east", "keyspace", "city", "replication", "5", "user", "pool",
                "password", "secret", "tls", "true", "management", "10.0.0.1,10.0.0.2:7000"));
        assertThat(place.access()).isEqualTo(new CassandraPlace.Access("pool", "secret", true));
        assertThat(place.toString()).doesNotContain("secret");
        assertThat(place.management()).containsExactly("10.0.0.1:7199", "10.0.0.2:7000");
        assertThat(place.replication()).isEqualTo(5);
    }

    @Test
    void saysWhichSettingIsMissingOrWrong() {
        refused(Map.of("datacenter", "east"), "contact-points is missing");
        refused(Map.of("contact-points", "10.0.0.1"), "datacenter is missing");
        refused(Map.of("contact-points", "10.0.0.1:port", "datacenter", "east"), "10.0.0.1:port");
        refused(Map.of("contact-points", "10.0.0.1", "datacenter", "east", "replication", "three"), "replication must be a whole number");
        refused(Map.of("contact-points", "10.0.0.1", "datacenter", "east", "replication", "0"), "one node at least");
        refused(Map.of("contact-points", "10.0.0.1", "datacenter", "east", "tls", "yes"), "tls must be true or false");
        refused(Map.of("contact-points", "10.0.0.1", "datacenter", "east", "keyspace", "City Pool"), "no name of a keyspace");
    }

    private static void refused(Map<String, String> settings, String why) {
        assertThatThrownBy(() -> place(settings)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
