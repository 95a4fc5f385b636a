package org.fourportals.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fourportals.base.Language;
import org.junit.jupiter.api.Test;

/** Both languages always: faults in the bundles stop the start, and a key that a page uses and nobody wrote fails here. */
class MessagesTest {

    private static final Pattern USED = Pattern.compile("(?:\\bt|Flash\\.done|Flash\\.notice)\\(\\s*\"([a-z0-9.-]+)\"\\s*([+,)])");

    @Test
    void everyKeyThatAPageUsesIsWritten() throws IOException {
        Set<String> keys = Messages.fromClasspath().keys();
        List<String> missing = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (Path file : sources()) {
            USED.matcher(Files.readString(file)).results().forEach(found -> {
                String key = found.group(1);
                used.add(key);
                boolean written = found.group(2).equals("+") ? keys.stream().anyMatch(each -> each.startsWith(key)) : keys.contains(key);
                if (!written) {
                    missing.add(file + ": " + key);
                }
            });
        }
        assertThat(missing).isEmpty();
        assertThat(used).hasSizeGreaterThan(60);
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path root : List.of(Path.of("src/main/jte"), Path.of("src/main/java/org/fourportals/portal"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        return all;
    }

    @Test
    void refusesAKeyInOneLanguageOnlyAndSaysWhich() {
        assertThatThrownBy(() -> of("a.zh.properties", "a.one=一\na.two=二", "a.en.properties", "a.one=One"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("a.two: no English sentence").hasMessageNotContaining("a.one");
        assertThatThrownBy(() -> of("a.zh.properties", "a.one=", "a.en.properties", "a.one=One")).hasMessageContaining("a.one: no Chinese sentence");
    }

    @Test
    void refusesAKeyWrittenTwiceInOneFileOrInTwo() {
        assertThatThrownBy(() -> of("a.zh.properties", "a.one=一\na.one=壹", "a.en.properties", "a.one=One")).hasMessageContaining("a.one: written twice in a.zh.properties");
        assertThatThrownBy(() -> of("a.zh.properties", "x=一", "a.en.properties", "x=One", "b.zh.properties", "x=一", "b.en.properties", "x=One"))
                .hasMessageContaining("x: in a.zh.properties and in b.zh.properties");
    }

    @Test
    void refusesPlaceholdersThatDiffer() {
        assertThatThrownBy(() -> of("a.zh.properties", "a.one=共 {0} 件", "a.en.properties", "a.one={1} cases")).hasMessageContaining("placeholders differ");
    }

    @Test
    void refusesAFileWhoseNameTellsNoLanguage() {
        assertThatThrownBy(() -> of("a.properties", "a=b")).hasMessageContaining("<room>.zh.properties");
    }

    @Test
    void fillsArgumentsAndCounts() throws IOException {
        Messages messages = of("a.zh.properties", "n={0} 件,{1}", "a.en.properties", "n={0} {0|case|cases}, it's {1}");
        assertThat(messages.get(Language.EN, "n", 1, "Li's $1 \\ {0}")).isEqualTo("1 case, it's Li's $1 \\ {0}");
        assertThat(messages.get(Language.EN, "n", 2, "x")).isEqualTo("2 cases, it's x");
        assertThat(messages.get(Language.ZH, "n", 0, "𠮷")).isEqualTo("0 件,𠮷");
    }

    @Test
    void throwsForAnUnknownKeyOrAMissingArgument() throws IOException {
        Messages messages = of("a.zh.properties", "n={0} 件", "a.en.properties", "n={0} cases");
        assertThatThrownBy(() -> messages.get(Language.EN, "m")).hasMessageContaining("m");
        assertThatThrownBy(() -> messages.get(Language.ZH, "n")).hasMessageContaining("{0}");
    }

    private static Messages of(String... filesAndTexts) throws IOException {
        List<Messages.Bundle> bundles = new ArrayList<>();
        for (int i = 0; i < filesAndTexts.length; i += 2) {
            bundles.add(Messages.Bundle.read(filesAndTexts[i], new StringReader(filesAndTexts[i + 1])));
        }
        return Messages.of(bundles);
    }
}
