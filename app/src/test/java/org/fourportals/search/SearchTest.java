package org.fourportals.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.fourportals.base.Language;
import org.fourportals.meaning.Vectors;
import org.fourportals.search.internal.Described;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static final List<Described> AFFAIRS = ListedAffairs.read();
    private static final Search SEARCH = whole();

    private static Search whole() {
        Search search = new Search(() -> AFFAIRS, new Vectors(ListedAffairs.VECTORS));
        search.awaitMeaning();
        return search;
    }

    static List<Described> affairs() {
        return AFFAIRS;
    }

    @ParameterizedTest
    @MethodSource("affairs")
    void findsEveryAffairByItsNames(Described described) {
        var affair = described.affair();
        assertThat(ids(SEARCH.find(affair.name().zh(), Language.ZH, 3))).contains(affair.id());
        assertThat(ids(SEARCH.find(affair.name().en(), Language.EN, 3))).contains(affair.id());
        assertThat(SEARCH.find(affair.name().zh(), Language.ZH, 3).nothingFits()).isFalse();
        assertThat(SEARCH.find(affair.name().en(), Language.EN, 3).nothingFits()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"護照過期, passport-renewal", "無犯罪紀錄證明, no-criminal-record-certificate", "wufanzui zhengming, no-criminal-record-certificate",
            "gaoling jintie, old-age-allowance", "wfzjl, no-criminal-record-certificate", "jsz, driving-licence-renewal",
            "高岭津贴, old-age-allowance", "kriminal record, no-criminal-record-certificate", "RESIDENCE PERMIT renew, residence-permit-renewal",
            "ｐａｓｓｐｏｒｔ, passport-renewal", "cafe, food-business-licence", "奶茶店, food-business-licence"})
    void findsByOtherScriptsSoundsInitialsAndSlips(String query, String affair) {
        var results = SEARCH.find(query, Language.ZH, 5);
        assertThat(ids(results)).contains(affair);
        assertThat(results.nothingFits()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "???", "。。。", "zzzzzz", "今天股票行情", "iphone price", "天气预报", "推荐一部电影", "football results",
            "best pizza recipe", "sdkjfhskdjfh", "12345678901", "how are you", "你好"})
    void saysThatNothingFits(String query) {
        assertThat(SEARCH.find(query, Language.ZH, 5).nothingFits()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+passport -renewal", "name:passport", "passport~2 AND (", "\"passport", "passport^1000000", "passport [a TO", "/passport.*/",
            "passport\u0000\u0007\u001b", "\u202epassport\u202c", "\u200fpassport", "<script>passport</script>", "'; drop table x; -- passport",
            "passport 😀😀", "%s%n passport", "${jndi:ldap://x} passport"})
    void takesSyntaxAndHiddenCharactersForText(String query) {
        assertThat(ids(SEARCH.find(query, Language.EN, 10))).anyMatch(id -> id.startsWith("passport"));
    }

    @Test
    void survivesAnyText() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var queries = new ArrayList<>(List.of("户".repeat(100_000), "passport ".repeat(12_000), "\ud800\udc00\ud800", "\udfff", "a".repeat(100_000),
                "\ufdfa".repeat(5_000), "e\u0301\u0327".repeat(2_000), "居住证,".repeat(500), "𠀀𠀁𠀂𠮷身份证"));
        for (int i = 0; i < 300; i++) {
            queries.add(random.ints(random.nextInt(60), 0, 0x110000).mapToObj(c -> new String(Character.toChars(c))).collect(Collectors.joining()));
            queries.add(random.ints(random.nextInt(200), 0, 0x10000).mapToObj(c -> Character.toString((char) c)).collect(Collectors.joining()));
            queries.add(random.ints(1 + random.nextInt(12), 0, AFFAIRS.size()).mapToObj(a -> AFFAIRS.get(a).affair().name().zh()).collect(Collectors.joining()));
        }
        for (String query : queries) {
            assertThat(SEARCH.find(query, Language.ZH, 5).hits()).as("seed %d, %d characters", seed, query.length()).hasSizeLessThanOrEqualTo(5);
            assertThat(SEARCH.suggest(query, Language.EN, 5)).as("seed %d", seed).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(ids(SEARCH.find("𠀀𠀁𠀂𠮷身份证", Language.ZH, 5))).anyMatch(id -> id.contains("id-card"));
    }

    @Test
    void answersWhileOneTypes() {
        List<String> queries = AFFAIRS.stream().map(d -> d.affair().name().zh()).toList();
        queries.forEach(query -> SEARCH.find(query, Language.ZH, 10));
        long start = System.nanoTime();
        queries.forEach(query -> SEARCH.find(query, Language.ZH, 10));
        double each = (System.nanoTime() - start) / 1e6 / queries.size();
        System.out.printf("search: %.2f ms a query%n", each);
        assertThat(each).as("milliseconds a query").isLessThan(100);
    }

    @Test
    void keepsToTheLimit() {
        assertThat(SEARCH.find("证", Language.ZH, 0).hits()).hasSize(1);
        assertThat(SEARCH.find("登记", Language.ZH, Integer.MAX_VALUE).hits()).hasSizeLessThanOrEqualTo(50);
        assertThat(SEARCH.suggest("登记", Language.ZH, -4)).hasSize(1);
    }

    @Test
    void saysWhyInTheReadersLanguage() {
        assertThat(SEARCH.find("passport renewal", Language.EN, 1).hits().getFirst().why()).isEqualTo("Matches: passport, renewal");
        assertThat(SEARCH.find("护照换发", Language.ZH, 1).hits().getFirst().why()).isEqualTo("相符：护照换发");
    }

    @ParameterizedTest
    @CsvSource({"护照, passport-first", "pass, passport-replacement", "huzh, passport-first", "pthz, passport-first", "renew a pass, passport-renewal",
            "出生登, newborn-household-registration", "juzhuz, residence-permit-first"})
    void completesWhatIsBeingTyped(String typed, String affair) {
        assertThat(SEARCH.suggest(typed, Language.ZH, 8)).extracting(s -> s.affair().id()).contains(affair);
    }

    @Test
    void completesNothingFromNothing() {
        assertThat(SEARCH.suggest("", Language.ZH, 8)).isEmpty();
        assertThat(SEARCH.suggest("\u0000 ", Language.ZH, 8)).isEmpty();
        assertThat(SEARCH.suggest("qwqwqw", Language.ZH, 8)).isEmpty();
    }

    @Test
    void suggestsNamesInTheReadersLanguageThatBeginWithTheTextFirst() {
        assertThat(SEARCH.suggest("renew a", Language.EN, 3).getFirst().text()).startsWith("Renew a");
        assertThat(SEARCH.suggest("普通护照", Language.ZH, 3).getFirst().text()).startsWith("普通护照");
    }

    @Test
    void swapsTheIndexWhenTheCatalogueChangesAndKeepsItWhenThatFails() {
        var affairs = new ArrayList<>(AFFAIRS.subList(0, 1));
        var search = new Search(() -> {
            if (affairs.isEmpty()) {
                throw new IllegalStateException("the catalogue cannot be read");
            }
            return List.copyOf(affairs);
        }, new Vectors(ListedAffairs.VECTORS));
        assertThat(search.find("护照", Language.ZH, 5).nothingFits()).isTrue();
        affairs.addAll(AFFAIRS.subList(1, AFFAIRS.size()));
        search.rebuild();
        assertThat(search.find("护照", Language.ZH, 5).nothingFits()).isFalse();
        affairs.clear();
        assertThatThrownBy(search::rebuild).isInstanceOf(IllegalStateException.class);
        assertThat(search.find("护照", Language.ZH, 5).nothingFits()).isFalse();
    }

    private static List<String> ids(Search.Results results) {
        return results.hits().stream().map(hit -> hit.affair().id()).toList();
    }
}
