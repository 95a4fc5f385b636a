package org.fourportals.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fourportals.catalogue.CommonChanges.Kind;
import org.fourportals.catalogue.CommonChanges.Place;
import org.junit.jupiter.api.Test;

/** A form changes the one value it is for, whatever is typed into it, and nothing else of the file. */
class CommonChangesTest {

    private static final List<String> HOSTILE = List.of("it's", "a: b", "# x", "{zh: a, en: b}", "[1]", "- a", "true", "no", "null", "1e3", "\"", "'", "''",
            "&a", "*a", "!!int 1", "%", "@", "`", "\\n", "a #b", "汉字（全角），“引号”", "👶🏽 child", "yes", "~", "0x1F", "?", "|", ">", "a'b\"c: d, {e}");

    private static String value(String text, String path) {
        return CommonChanges.of(text).stream().filter(p -> p.path().equals(path)).map(Place::value).findFirst().orElseThrow();
    }

    @Test
    void findsWordsDaysAndFee() {
        List<Place> places = CommonChanges.of(SmallCity.SOUND);
        assertThat(places).extracting(Place::path).contains("plain.zh", "questions.hukou.ask.en", "requirements.old-baby.name.zh", "fee.yuan",
                "procedure.stages.review.days", "refusals.stranger.instead.en").doesNotContain("affair", "questions.hukou.type", "questions.months.max");
        assertThat(places).filteredOn(p -> p.kind() == Kind.DAYS).extracting(Place::value).containsExactly("2", "1");
    }

    @Test
    void changesTheOneValueAndNothingElse() {
        String text = "# 👶 a remark\n" + SmallCity.SOUND.replace("days: 2", "days: 2   # two");
        assertThat(CommonChanges.apply(text, Map.of("procedure.stages.review.days", "4", "questions.hukou.ask.en", "Where?")))
                .isEqualTo(text.replace("days: 2   # two", "days: 4   # two").replace("en: Where is the registration?", "en: Where?"));
        assertThat(CommonChanges.apply(text, Map.of())).isEqualTo(text);
    }

    @Test
    void keepsWhatIsTypedWhateverItLooksLike() {
        for (String words : HOSTILE) {
            String changed = CommonChanges.apply(SmallCity.SOUND, Map.of("plain.en", words, "requirements.old-baby.why.en", words));
            assertThat(value(changed, "plain.en")).isEqualTo(words);
            assertThat(value(changed, "requirements.old-baby.why.en")).isEqualTo(words);
            assertThat(changed.lines().count()).isEqualTo(SmallCity.SOUND.lines().count());
        }
    }

    @Test
    void takesNoValueThatDoesNotFit() {
        for (String words : List.of("", " ", "a\nb", "a\tb", "a\0b", "x".repeat(1_001), "a\ud800", "\u0085")) {
            assertThat(CommonChanges.fits(Kind.WORDS, words)).isFalse();
        }
        for (String days : List.of("", "-1", "1.5", "two", "1000", "１")) {
            assertThat(CommonChanges.fits(Kind.DAYS, days)).as(days).isFalse();
        }
        assertThat(CommonChanges.fits(Kind.MONEY, "12.50")).isTrue();
        assertThat(CommonChanges.fits(Kind.MONEY, "12.505")).isFalse();
        assertThatThrownBy(() -> CommonChanges.apply(SmallCity.SOUND, Map.of("fee.yuan", "free"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CommonChanges.apply(SmallCity.SOUND, Map.of("affair", "x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsNothingInWhatIsNotYaml() {
        for (String text : List.of("", "\t", "a: [", "- a", "a: &x 1\nb: *x\n", "[".repeat(1_000))) {
            assertThat(CommonChanges.of(text)).isEmpty();
        }
    }

    /** In the city's own files every value that is offered can be changed and changed back. */
    @Test
    void changesEveryValueOfTheCatalogueAndBack() throws IOException {
        Path folder = Files.isDirectory(Path.of("catalogue")) ? Path.of("catalogue") : Path.of("..", "catalogue");
        try (Stream<Path> files = Files.walk(folder.resolve("affairs"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).limit(40).toList()) {
                String text = Files.readString(file);
                Map<String, String> values = CommonChanges.of(text).stream().filter(p -> p.kind() == Kind.WORDS)
                        .collect(Collectors.toMap(Place::path, p -> "x: " + p.value(), (a, b) -> a));
                assertThat(values).as(file.toString()).hasSizeGreaterThan(10);
                String changed = CommonChanges.apply(text, values);
                assertThat(changed.lines().count()).isEqualTo(text.lines().count());
                values.forEach((path, value) -> assertThat(value(changed, path)).as(file + " " + path).isEqualTo(value));
            }
        }
    }
}
