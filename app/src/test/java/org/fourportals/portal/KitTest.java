package org.fourportals.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every piece of the kit at every portal, in both languages and in large type; the pages are left in {@code target/kit} to be looked at. */
class KitTest {

    private static final Path TEMPLATES = Path.of("src/main/jte/kit");

    static Stream<Arguments> pages() {
        List<Arguments> all = new ArrayList<>();
        for (Portal portal : Portal.values()) {
            if (portal != Portal.API) {
                for (Language language : Language.values()) {
                    all.add(Arguments.of(portal, language, false));
                    all.add(Arguments.of(portal, language, true));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void rendersEveryPieceWithTheFrameOfThePortal(Portal portal, Language language, boolean elder) throws IOException {
        String html = Samples.render("kit/gallery", Samples.page(portal, language, elder), Map.of());
        Path folder = Files.createDirectories(Path.of("target/kit"));
        Files.writeString(folder.resolve(portal + "-" + language + (elder ? "-ELDER" : "") + ".html"), html);

        assertThat(html).startsWith("<!DOCTYPE html>").contains("<html lang=\"" + language.tag() + "\"", "<main id=\"main\"", "href=\"#main\"", "token-of-the-test");
        assertThat(html.contains("fp-elder")).isEqualTo(elder);
        assertThat(html).contains("lang=" + (language == Language.ZH ? "en" : "zh"), "elder=" + (elder ? "0" : "1"));
        assertThat(html).as("no script or style of its own, so that the content security policy can forbid them")
                .doesNotContain("<style", " style=", " onclick=", "javascript:").doesNotContainPattern("<script(?![^>]* src=)");
        assertThat(html).doesNotContain(">null<", "=\"null\"");
        assertThat(idsIn(html)).doesNotHaveDuplicates();
    }

    @Test
    void galleryShowsEveryTemplateOfTheKit() throws IOException {
        String gallery = Files.readString(TEMPLATES.resolve("gallery.jte"));
        StringBuilder used = new StringBuilder(gallery);
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.toList()) {
                names.add(file.getFileName().toString().replace(".jte", ""));
                if (!file.endsWith("gallery.jte")) {
                    used.append(Files.readString(file));
                }
            }
        }
        try (Stream<Path> files = Files.list(Path.of("src/main/jte/layout"))) {
            for (Path file : files.toList()) {
                used.append(Files.readString(file));
            }
        }
        names.removeAll(List.of("gallery", "errorPage", "confirmPage", "resumePage", "signInPage", "demoPeople"));
        assertThat(names).allSatisfy(name -> assertThat(used).contains("@template.kit." + name + "("));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tellsErrorsInTheReadersLanguageAndLooksLikeThePortal(Portal portal, Language language, boolean elder) throws IOException {
        for (ErrorPages.Failure failure : ErrorPages.Failure.values()) {
            Page page = Samples.page(portal, language, elder);
            String html = Samples.render("kit/errorPage", page, Map.of("failure", failure.key(), "status", 500));
            Files.writeString(Files.createDirectories(Path.of("target/kit")).resolve("error-" + failure.key() + "-" + portal + "-" + language + ".html"), html);
            assertThat(html).contains(page.t("error." + failure.key() + ".title").replace("'", "&#39;"), "7K3M9QXR");
        }
    }

    @Test
    void givesBackWhatWasTypedExactlyAndHarmlessly() {
        String hostile = "O'Neil \"<script>𠮷</script>\" & co";
        String html = Samples.render("kit/resumePage", Samples.page(Portal.WEB, Language.EN, false),
                Map.of("path", "/apply/\"><b>", "fields", List.of(Map.entry("name\">", hostile))));
        assertThat(html).doesNotContain("<script>𠮷", "<b>").contains("value=\"O&#39;Neil &#34;&lt;script>𠮷&lt;/script>&#34; &amp; co\"");
    }

    private static List<String> idsIn(String html) {
        return Pattern.compile(" id=\"([^\"]+)\"").matcher(html).results().map(found -> found.group(1)).toList();
    }
}
