package org.fourportals.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.desk.Desk;
import org.fourportals.search.Missed.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people looked for in vain, and what an editor makes of it. */
class MissedStoreTest {

    private static final Actor EDITOR = new Actor.Staff("editor", new Text("童欣", "Tong Xin"), java.util.Set.of(Role.EDITOR), "data-resources", null, Portal.OFFICE, null);

    private final Missed missed = TestCity.get(Missed.class);
    private final Search search = TestCity.get(Search.class);
    private final Desk desk = TestCity.get(Desk.class);

    private Missed.Entry entry(String text) {
        return missed.list(Missed.MOST).stream().filter(e -> e.text().equals(text)).findFirst().orElseThrow();
    }

    @Test
    void countsWhatIsAskedAgainAndForgetsItAfterNinetyDays() {
        String text = "blorp " + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
        missed.note(text, Language.EN, Source.SEARCH);
        missed.note("  " + text + "\u200e \n", Language.EN, Source.SEARCH);
        missed.note(text, Language.EN, Source.ASSISTANT_POOR);
        assertThat(missed.list(Missed.MOST).stream().filter(e -> e.text().equals(text))).extracting(Missed.Entry::times).containsExactlyInAnyOrder(2, 1);
        CityTime city = TestCity.get(CityTime.class);
        Clock later = Clock.offset(city.clock(), Missed.KEPT.plus(Duration.ofDays(1)));
        new Missed(TestCity.get(JdbcClient.class), new CityTime(later, city.zone(), city.workingDays())).forget();
        assertThat(missed.list(Missed.MOST).stream().filter(e -> e.text().equals(text))).isEmpty();
    }

    static Stream<Arguments> numbers() {
        return Stream.of(Arguments.of("我的身份证 33010219900101123X 丢了", "我的身份证 # 丢了"), Arguments.of("call 13912345678 or a.b@c.com", "call # or @"),
                Arguments.of("浙A12345车子", "浙#车子"), Arguments.of("两\u0000行\n字", "两 行 字"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void keepsNoNumbersAndAddresses(String typed, String kept) {
        assertThat(Missed.masked(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "12345678", "\u202e", "!!!"})
    void keepsNothingWithoutALetter(String typed) {
        long before = missed.count();
        missed.note(typed, Language.ZH, Source.SEARCH);
        assertThat(missed.count()).isEqualTo(before);
    }

    @Test
    void keepsOneShortLineOfAnEndlessText() {
        assertThat(Missed.masked("𠮷".repeat(100_000))).hasSize(320);
    }

    @Test
    void aSentenceThatIsTaughtFindsItsAffairFromThenOn() {
        String text = "扑棱蛾子大会报备";
        missed.note(text, Language.ZH, Source.SEARCH);
        var result = desk.perform(EDITOR, TestCity.get(AddSaying.class), new AddSaying.Request(entry(text).id(), "library-card"));
        assertThat(result).isEqualTo(new AddSaying.Added("library-card"));
        search.awaitMeaning();
        assertThat(search.find(text, Language.ZH, 3).hits().getFirst().affair().id()).isEqualTo("library-card");
        assertThat(missed.list(Missed.MOST)).extracting(Missed.Entry::text).doesNotContain(text);
        assertThat(TestCity.get(Sayings.class).list()).contains(new Sayings.Saying("library-card", Language.ZH, text));

        missed.note(text + "吗", Language.ZH, Source.SEARCH);
        Missed.Entry next = entry(text + "吗");
        assertThat(desk.perform(EDITOR, TestCity.get(AddSaying.class), new AddSaying.Request(next.id(), "no-such-affair"))).isEqualTo(new AddSaying.NotFound());
        assertThat(desk.perform(EDITOR, TestCity.get(AddSaying.class), new AddSaying.Request(UUID.randomUUID(), "library-card"))).isEqualTo(new AddSaying.NotFound());
    }

    @Test
    void refusesWhatWouldNotHelp() {
        String text = "护照换发";
        missed.note(text, Language.ZH, Source.ASSISTANT_POOR);
        assertThat(desk.perform(EDITOR, TestCity.get(AddSaying.class), new AddSaying.Request(entry(text).id(), "library-card")))
                .isInstanceOf(AddSaying.StillNotFound.class);
        assertThat(TestCity.get(Sayings.class).list()).extracting(Sayings.Saying::text).doesNotContain(text);
    }

    @Test
    void whatIsPutAsideIsGoneOnce() {
        String text = "gone fishing quietly";
        missed.note(text, Language.EN, Source.SEARCH);
        UUID id = entry(text).id();
        assertThat(desk.perform(EDITOR, TestCity.get(SetMissedAside.class), new SetMissedAside.Request(id))).isEqualTo(new SetMissedAside.Done());
        assertThat(desk.perform(EDITOR, TestCity.get(SetMissedAside.class), new SetMissedAside.Request(id))).isEqualTo(new SetMissedAside.NotFound());
    }
}
