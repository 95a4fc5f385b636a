package org.fourportals.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Test
    void sortsInTheOrderOfMakingEvenWithinOneMillisecond() {
        Clock still = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        List<UUID> made = Stream.generate(() -> Uuid7.next(still)).limit(10_000).toList();
        assertThat(made.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
        assertThat(made).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }
}
