package org.fourportals.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ContentDisposition;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"出生证明.pdf", "a \"quoted\" name.pdf", "<script>alert(1)</script>.png", "𠮷野家の写真.jpg", "O'Neil; x=1%.pdf", "👨‍👩‍👧.png"})
    void keepsNamesAsTheyAreAndServesThemWhole(String name) {
        assertThat(FileName.clean(name).orElseThrow()).endsWith(name.substring(name.lastIndexOf('/') + 1));
        String header = FileName.disposition("attachment", name);
        assertThat(header).matches("attachment; filename=\"[ -~&&[^\"]]*\"; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*");
        assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo(name);
    }

    @Test
    void dropsFolders() {
        assertThat(FileName.clean("C:\\fakepath\\a.pdf")).contains("a.pdf");
        assertThat(FileName.clean("../../etc/passwd")).contains("passwd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "..", "a\nb.pdf", "a\u0000.pdf", "invoice\u202Efdp.exe", "half\uD840.pdf", "dir/"})
    void refusesNamesThatDeceiveOrBreak(String name) {
        assertThat(FileName.clean(name)).isEmpty();
    }

    @Test
    void refusesNamesLongerThanAnybodyReads() {
        assertThat(FileName.clean("𠮷".repeat(196) + ".pdf")).isPresent();
        assertThat(FileName.clean("a".repeat(201))).isEmpty();
    }
}
