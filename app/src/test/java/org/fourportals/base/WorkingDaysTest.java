package org.fourportals.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    @Test
    void countsOverTheNationalHolidayWithItsMovedWorkingDay() throws IOException {
        WorkingDays city;
        try (var lines = Files.newBufferedReader(Path.of("../catalogue/calendar.txt"))) {
            city = WorkingDays.read(lines);
        }
        assertThat(city.isWorking(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(city.isWorking(LocalDate.of(2026, 10, 10))).as("a Saturday made a working day").isTrue();
        assertThat(city.after(LocalDate.of(2026, 9, 30), 1)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(city.after(LocalDate.of(2026, 9, 30), 3)).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(city.between(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 12))).isEqualTo(4);
    }

    @Test
    void movesZeroDaysFromAFreeDayToTheNextWorkingDay() throws IOException {
        assertThat(read("").after(LocalDate.of(2026, 11, 21), 0)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(read("").after(LocalDate.of(2026, 11, 20), 0)).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void saysWhichLineCannotBeRead() {
        assertThatThrownBy(() -> read("2026-01-01 free\n2026-02-30 free")).hasMessageContaining("line 2").hasMessageContaining("2026-02-30");
        assertThatThrownBy(() -> read("# only a comment\n\n2026-01-01 holiday")).hasMessageContaining("line 3");
        assertThatThrownBy(() -> read("x").after(LocalDate.EPOCH, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static WorkingDays read(String text) throws IOException {
        return WorkingDays.read(new BufferedReader(new StringReader(text)));
    }
}
