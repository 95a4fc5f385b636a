package org.fourportals.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.stream.Collectors;

import org.fourportals.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentresTest {

    static final Path CATALOGUE = Files.isDirectory(Path.of("catalogue")) ? Path.of("catalogue") : Path.of("../catalogue");

    private final Centres centres = new Centres(CATALOGUE);

    @TempDir
    Path folder;

    @Test
    void readsAllCentresOfTheCity() {
        assertThat(centres.list()).hasSize(199);
        assertThat(centres.list()).filteredOn(c -> c.level() == Centre.Level.CITY).hasSize(1);
        assertThat(centres.list()).filteredOn(c -> c.level() == Centre.Level.DISTRICT).hasSize(13);
        assertThat(centres.list()).extracting(c -> c.name().zh()).doesNotHaveDuplicates();
        assertThat(centres.list()).extracting(c -> c.name().en()).doesNotHaveDuplicates();
        assertThat(centres.list().stream().collect(Collectors.groupingBy(Centre::district))).hasSize(14);
    }

    @Test
    void findsACentreAndThoseOfItsDistrict() {
        Centre centre = centres.get("gongshu-tianshui");
        assertThat(centre.name().zh()).isEqualTo("拱墅区天水街道便民服务中心");
        assertThat(centre.districtName().in(Language.EN)).isEqualTo("Gongshu District");
        assertThat(centre.hasWindow(0)).isFalse();
        assertThat(centre.hasWindow(1)).isTrue();
        assertThat(centre.hasWindow(centre.windows() + 1)).isFalse();
        assertThat(centres.listOf("gongshu").getFirst().id()).isEqualTo("gongshu");
        assertThat(centres.listOf("gongshu")).contains(centre).allMatch(c -> c.district().equals("gongshu"));
        assertThat(centres.find("nowhere")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> centres.get("nowhere")).withMessageContaining("nowhere");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T08:30, true", "2026-11-23T08:29:59, false", "2026-11-23T12:00, false", "2026-11-23T13:30, true",
            "2026-11-23T17:00, false", "2026-11-28T09:00, false"})
    void knowsWhenItIsOpen(LocalDateTime time, boolean open) {
        OpeningHours hours = OpeningHours.parse("1-5 08:30-12:00 13:30-17:00");
        assertThat(hours.isOpenAt(time)).isEqualTo(open);
    }

    @Test
    void saysItsHoursInBothLanguages() {
        OpeningHours hours = OpeningHours.parse("1-5 08:30-12:00 13:30-17:00");
        assertThat(hours.in(Language.ZH)).isEqualTo("周一至周五 08:30–12:00、13:30–17:00");
        assertThat(hours.in(Language.EN)).isEqualTo("Monday to Friday 08:30–12:00, 13:30–17:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-5", "0-5 08:00-12:00", "5-1 08:00-12:00", "1-5 12:00-08:00", "1-5 08:00", "1-5 25:00-26:00", "Mon 8-12",
            "1-5 08:00-12:00-13:00"})
    void refusesHoursThatAreNone(String hours) {
        assertThatIllegalArgumentException().isThrownBy(() -> OpeningHours.parse(hours));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x;甲;A;city;x;乙;B;丙;C;0;1-5 08:00-12:00 | windows", "x;甲;A;city;x;乙;B;丙;C;x;1-5 08:00-12:00 | windows",
        "x;甲;A;village;x;乙;B;丙;C;3;1-5 08:00-12:00 | level", "x;甲;;city;x;乙;B;丙;C;3;1-5 08:00-12:00 | languages",
        "x;甲;A;city | 4 cells", "X y;甲;A;city;x;乙;B;丙;C;3;1-5 08:00-12:00 | id has small", "hangzhou;甲;A;city;x;乙;B;丙;C;3;1-5 08:00-12:00 | twice",
        "x;甲;A;city;x;乙;B;丙;C;3;always | Hours"})
    void refusesARowThatIsWrongAndNamesItsLine(String row, String problem) throws IOException {
        var lines = Files.readAllLines(CATALOGUE.resolve("centres.tsv")).subList(0, 2);
        Files.writeString(folder.resolve("centres.tsv"), String.join("\n", lines) + "\n" + row.replace(';', '\t') + "\n");
        assertThatIllegalArgumentException().isThrownBy(() -> new Centres(folder)).withMessageStartingWith("centres.tsv:3: ")
                .withMessageContaining(problem);
    }

    @Test
    void refusesAMissingFileAndAMissingHeader() throws IOException {
        assertThatThrownBy(() -> new Centres(folder)).isInstanceOf(UncheckedIOException.class);
        Files.writeString(folder.resolve("centres.tsv"), "");
        assertThatIllegalArgumentException().isThrownBy(() -> new Centres(folder)).withMessageContaining("columns");
    }
}
