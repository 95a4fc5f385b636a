package org.fourportals.catalogue;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.fourportals.base.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables, codes and laws: read whole, and refused where they speak of what is not there. */
class CityFilesTest {

    @TempDir
    Path folder;
    SmallCity city;

    @BeforeEach
    void build() throws IOException {
        city = new SmallCity(folder);
    }

    @Test
    void readsTheTables() {
        City read = city.read().city();
        assertThat(read.affairs().sequencedKeySet()).containsExactly("baby-card", "other-affair");
        Affair affair = read.affairs().get("baby-card");
        assertThat(affair.name()).isEqualTo(new Text("宝宝卡", "Baby card"));
        assertThat(affair.promisedDays()).isEqualTo(3);
        assertThat(affair.axes()).containsExactly("who(2)", "what(3)");
        assertThat(read.datasets().get("homes").fields()).containsExactly(
                entry("homeNo", "id"), entry("area", "decimal"), entry("rented", "boolean"));
        assertThat(read.departments().get("police").datasets()).contains("household-kinship");
    }

    @Test
    void readsCodesWithAndWithoutLabels() {
        City read = city.read().city();
        assertThat(read.codes("cards", "cardStatus").sequencedKeySet()).containsExactly("active", "ended");
        assertThat(read.codes("cards", "cardStatus").get("active")).isEqualTo(new Text("有效", "Valid"));
        assertThat(read.codes("cards", "cardStatus").get("ended")).isNull();
        assertThat(read.codes("cards", "place")).isEmpty();
    }

    @Test
    void refusesRowsThatReferToNothing() throws IOException {
        replace("datasets.tsv", "cards\thealth", "cards\thelth");
        replace("departments.tsv", "birth-certificates,cards", "birth-certificates,crads");
        replace("affairs.tsv", "person\tbirth\tno", "person\tbrith\tno");
        expect("datasets.tsv", 5, "There is no \"helth\" in departments.tsv", "Did you mean \"health\"?");
        expect("departments.tsv", 2, "There is no \"crads\" in datasets.tsv", "Did you mean \"cards\"?");
        expect("affairs.tsv", 2, "There is no \"brith\" in life_events.tsv", "Did you mean \"birth\"?");
    }

    @Test
    void refusesMalformedRows() throws IOException {
        replace("life_events.tsv", "birth\t生育\tBirth", "birth\t生育\tBirth\nbirth\t生育\tBirth\nwork\t\tWork\nhealth\t健康");
        replace("datasets.tsv", "rented:boolean\t100", "rented:bool,area:decimal\tmany");
        replace("affairs.tsv", "person\tbirth\tno", "people\tbirth\tno");
        expect("life_events.tsv", 3, "The id \"birth\" stands twice", "another id");
        expect("life_events.tsv", 4, "zh is empty", "Fill the cell");
        expect("life_events.tsv", 5, "The row has 2 cells instead of 3", "one tab");
        expect("datasets.tsv", 6, "The field \"rented:bool\" is not `name:type`", "boolean");
        expect("datasets.tsv", 6, "The field \"area\" stands twice", "Remove");
        expect("datasets.tsv", 6, "records_order is not a number: many", "digits");
        expect("affairs.tsv", 2, "audience cannot be \"people\"", "person");
    }

    @Test
    void refusesAnotherHeader() throws IOException {
        replace("life_events.tsv", "id\tzh\ten", "id\ten\tzh");
        expect("life_events.tsv", 1, "The first line does not name the columns", "id zh en");
    }

    @Test
    void refusesCodesOfNothing() throws IOException {
        replace("codes.yaml", "household-register.gender", "houshold-register.gender");
        replace("codes.yaml", "household-kinship.relation: [spouse, child]", "household-kinship.relativeId: [spouse, spouse]");
        expect("codes.yaml", 1, "There is no data set \"houshold-register\"", "Did you mean \"household-register\"?");
        expect("codes.yaml", 3, "\"relativeId\" is no field of type code", "relation");
        expect("codes.yaml", 3, "The code \"spouse\" of household-kinship.relativeId is empty or stands twice", "Remove");
    }

    @Test
    void refusesLawsInOneLanguage() throws IOException {
        city.write("laws.yaml", "card-law: {zh: 卡法}\n");
        expect("laws.yaml", 1, "\"card-law\" of laws.yaml lacks its English text", "Add `en");
    }

    @Test
    void refusesMissingFiles() throws IOException {
        Files.delete(folder.resolve("codes.yaml"));
        Files.delete(folder.resolve("affairs.tsv"));
        expect("codes.yaml", 0, "does not exist", "Add it");
        expect("affairs.tsv", 0, "does not exist", "Add it");
    }

    private void replace(String file, String target, String replacement) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(target);
        city.write(file, text.replace(target, replacement));
    }

    private void expect(String file, int line, String what, String remedy) {
        assertThat(city.read().problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.what()).contains(what);
            assertThat(problem.remedy()).contains(remedy);
        });
    }
}
