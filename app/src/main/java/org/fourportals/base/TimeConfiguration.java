package org.fourportals.base;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The city's clock, zone and calendar, by configuration. {@code fourportals.days-ahead} rehearses another day. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${fourportals.days-ahead:0}") int daysAhead) {
        return daysAhead == 0 ? Clock.systemUTC() : Clock.offset(Clock.systemUTC(), Duration.ofDays(daysAhead));
    }

    @Bean
    CityTime cityTime(Clock clock, @Value("${fourportals.zone}") ZoneId zone, Folders folders)
            throws IOException {
        try (var lines = Files.newBufferedReader(folders.catalogue().resolve("calendar.txt"))) {
            return new CityTime(clock, zone, WorkingDays.read(lines));
        }
    }
}
