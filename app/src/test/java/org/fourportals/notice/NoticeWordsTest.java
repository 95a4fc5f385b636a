package org.fourportals.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;

import org.fourportals.base.Language;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.junit.jupiter.api.Test;

/** Every kind has its words in both languages, and nothing that comes in changes their form. */
class NoticeWordsTest {

    private final NoticeWords wording = new NoticeWords();

    private static Occasion about(String affair) {
        return new Occasion("case:1", new Subject(7), NoticeKind.CASE_GRANTED, Map.of("affair", new Text(affair, affair), "number", new Text("N1", "N1")),
                "/cases/1", Instant.EPOCH);
    }

    @Test
    void everyKindHasItsWordsInBothLanguages() {
        for (NoticeKind kind : NoticeKind.values()) {
            for (Language language : Language.values()) {
                assertThat(wording.title(kind, Map.of(), language)).as(kind + " in " + language).isNotBlank().doesNotContain("{");
                assertThat(wording.text(kind, Map.of(), language)).isNotBlank().doesNotContain("{");
            }
        }
        Occasion dog = about("养犬登记");
        assertThat(wording.title(dog.kind(), dog.words(), Language.ZH)).isEqualTo("办好了：养犬登记");
        assertThat(wording.text(dog.kind(), dog.words(), Language.EN)).contains("(case N1)");
    }

    @Test
    void aNameWithLineBreaksOrOfEndlessLengthStaysOneShortLine() {
        Occasion injected = about("Dog\r\nBcc: all@example.org\u2028x\u202Ey\0z");
        assertThat(wording.title(injected.kind(), injected.words(), Language.EN)).isEqualTo("Done: Dog Bcc: all@example.org x y z");
        Occasion huge = about("😀".repeat(100_000));
        assertThat(huge.words().get("affair").zh()).isEqualTo("😀".repeat(200));
        assertThat(about("\u0000\n").words().get("affair").zh()).isEqualTo("–");
        Occasion gap = about("{number} $1 \\ {why}");
        assertThat(wording.title(gap.kind(), gap.words(), Language.EN)).isEqualTo("Done: {number} $1 \\ {why}");
    }
}
