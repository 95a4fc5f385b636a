package org.fourportals.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;

/**
 * One mistake in the sound affair's file.
 *
 * @param target      what is replaced
 * @param replacement by what
 * @param where       a part of the line that must be named, in the spoiled text
 * @param what        a part of the message
 * @param remedy      a part of the remedy
 */
record Mistake(String target, String replacement, String where, String what, String remedy) {

    static Mistake of(String target, String replacement, String where, String what, String remedy) {
        return new Mistake(target, replacement, where, what, remedy);
    }

    /** One test for each, which spoils the file and expects exactly this to be told. */
    static Stream<DynamicTest> tests(SmallCity city, Mistake... mistakes) {
        return Stream.of(mistakes).map(m -> DynamicTest.dynamicTest(m.target + " -> " + m.replacement, () -> m.expect(city)));
    }

    private void expect(SmallCity city) throws IOException {
        String text = SmallCity.sound(target, replacement);
        assertThat(city.readWith(text).problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(SmallCity.FILE);
            assertThat(problem.line()).isEqualTo(SmallCity.line(text, where));
            assertThat(problem.what()).contains(what);
            assertThat(problem.remedy()).contains(remedy);
        });
        assertThat(city.read().plans()).isEmpty();
    }
}
