package org.fourportals.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, enormous or made to do harm are refused with a line, and cost nothing. */
class HostileFileTest {

    @TempDir
    Path folder;
    SmallCity city;

    @BeforeEach
    void build() throws IOException {
        city = new SmallCity(folder);
    }

    @Test
    void refusesTabs() throws IOException {
        String text = SmallCity.sound("about: child", "about:\tchild");
        expect(text, SmallCity.line(text, "about:"), "tab", "spaces");
    }

    @Test
    void refusesKeysThatStandTwice() throws IOException {
        String text = SmallCity.sound("laws: [card-law]", "laws: [card-law]\nabout: self");
        expect(text, SmallCity.line(text, "about: self"), "The key \"about\" stands twice", "Remove one");
    }

    @Test
    void refusesAliasesBeforeTheyUnfold() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(8)).append("x]\n");
        }
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> expect(bomb.toString(), 1, "Anchors (&) and aliases (*) are not allowed", "quotes"));
    }

    @Test
    void refusesDeepNesting() throws IOException {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> expect("affair: baby-card\nlaws: " + "[".repeat(100_000), 2, "nested too deeply", "docs/catalogue-format.md"));
    }

    @Test
    void refusesConditionsNestedWithoutEnd() {
        String text = SmallCity.sound("'months >= 12'", "'" + "(".repeat(200_000) + "months >= 12" + ")".repeat(200_000) + "'");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> expect(text, SmallCity.line(text, "((("), "In the condition `((((", ""));
        assertThat(city.read().problems()).allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(1_400));
    }

    @Test
    void refusesRulesThatMultiplyBeyondAllBounds() throws IOException {
        StringBuilder questions = new StringBuilder("questions:\n");
        StringBuilder condition = new StringBuilder("true");
        for (int i = 0; i < 400; i++) {
            questions.append("  - {id: a%d, type: number, min: 0, max: 1000000, ask: {zh: 问, en: Ask}}\n".formatted(i));
            questions.append("  - {id: b%d, type: number, min: 0, max: 1000000, ask: {zh: 问, en: Ask}}\n".formatted(i));
        }
        for (int i = 0; i < 400; i++) {
            condition.append(" and (a%d > %d or b%d > %d)".formatted(i, i * 7, 399 - i, i * 5));
        }
        String text = SmallCity.sound("questions:\n", questions.toString()).replace("'months >= 12'", "'" + condition + "'");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            city.write(SmallCity.FILE, text);
            assertThat(city.read().problems()).isNotEmpty();
        });
    }

    @Test
    void refusesFilesOverOneMegabyte() throws IOException {
        expect(SmallCity.SOUND + "#".repeat(1_000_000), 0, "larger than 1 MB", "below that size");
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        byte[] gbk = SmallCity.SOUND.getBytes(Charset.forName("GBK"));
        city.write(SmallCity.FILE, gbk);
        expect(SmallCity.line(SmallCity.SOUND, "plain:"), "not written in UTF-8", "Save it as UTF-8");
    }

    @Test
    void refusesControlCharacters() throws IOException {
        String text = SmallCity.sound("en: Review", "en: Re\u0007view");
        expect(text, SmallCity.line(text, "en: Re\u0007view"), "U+0007", "");
    }

    @Test
    void refusesBrokenYaml() throws IOException {
        String text = SmallCity.sound("laws: [card-law]", "laws: [card-law");
        expect(text, SmallCity.line(text, "roles:"), "This is not YAML", "indentation");
    }

    @Test
    void refusesASecondDocument() throws IOException {
        String text = SmallCity.SOUND + "---\naffair: baby-card\n";
        expect(text, SmallCity.line(text, "---"), "This is not YAML", "");
    }

    @Test
    void refusesFilesWithoutKeys() throws IOException {
        expect("", 1, "The file has no keys", "docs/catalogue-format.md");
        expect("- affair: baby-card\n", 1, "The file has no keys", "docs/catalogue-format.md");
    }

    @Test
    void refusesFilesOfOtherNames() throws IOException {
        city.write("affairs/health/baby-card.yml", SmallCity.SOUND);
        assertThat(city.read().problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("affairs/health/baby-card.yml");
            assertThat(problem.remedy()).contains(".yaml");
        });
    }

    @Test
    void readsCarriageReturnsAndByteOrderMark() throws IOException {
        city.write(SmallCity.FILE, ("\uFEFF" + SmallCity.SOUND.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
        assertThat(city.read().problems()).isEmpty();
    }

    private void expect(String text, int line, String what, String remedy) throws IOException {
        city.write(SmallCity.FILE, text);
        expect(line, what, remedy);
    }

    private void expect(int line, String what, String remedy) {
        assertThat(city.read().problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(SmallCity.FILE);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.what()).contains(what);
            assertThat(problem.remedy()).contains(remedy);
        });
        assertThat(city.read().plans()).isEmpty();
    }
}
