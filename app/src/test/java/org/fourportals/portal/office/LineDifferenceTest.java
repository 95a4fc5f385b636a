package org.fourportals.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fourportals.portal.office.LineDifference.Kind;
import org.fourportals.portal.office.LineDifference.Row;
import org.junit.jupiter.api.Test;

/** What is shown as changed is what changed. */
class LineDifferenceTest {

    @Test
    void showsNothingOfEqualTexts() {
        assertThat(LineDifference.between("a\nb\n", "a\nb\n")).isEmpty();
        assertThat(LineDifference.between("", "")).isEmpty();
    }

    @Test
    void numbersALineWhereItStands() {
        assertThat(LineDifference.between("a\nb\nc\n", "a\nx\nc\n")).containsExactly(new Row(Kind.SAME, 1, "a"), new Row(Kind.OUT, 2, "b"),
                new Row(Kind.IN, 2, "x"), new Row(Kind.SAME, 3, "c"));
    }

    @Test
    void leavesOutWhatIsFarFromAnyChange() {
        String before = IntStream.range(0, 100).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        List<Row> rows = LineDifference.between(before, before.replace("line 10\n", "").replace("line 90\n", "line ninety\n"));
        assertThat(rows).filteredOn(r -> r.kind() == Kind.GAP).hasSize(1);
        assertThat(rows).hasSizeLessThan(20);
    }

    /** Taking out what is shown as out and putting in what is shown as in makes the one text of the other, for random texts. */
    @Test
    void makesTheNewTextOfTheOldOne() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<String> before = lines(random);
            List<String> after = lines(random);
            List<Row> rows = LineDifference.between(String.join("\n", before), String.join("\n", after));
            assertThat(applied(before, rows)).as("seed %d, round %d", seed, round).isEqualTo(after);
        }
    }

    @Test
    void endsSoonForHugeTexts() {
        String before = "a\n".repeat(200_000);
        assertThat(LineDifference.between(before, "b\n" + before.replace("a", "c"))).hasSizeGreaterThan(400_000);
    }

    private static List<String> lines(Random random) {
        return random.ints(random.nextInt(12), 0, 4).mapToObj(i -> "l" + i).toList();
    }

    private static List<String> applied(List<String> before, List<Row> rows) {
        List<String> after = new ArrayList<>(before);
        rows.stream().filter(r -> r.kind() == Kind.OUT).map(Row::number).sorted(java.util.Comparator.reverseOrder()).forEach(n -> after.remove(n - 1));
        rows.stream().filter(r -> r.kind() == Kind.IN).sorted(java.util.Comparator.comparingInt(Row::number)).forEach(r -> after.add(r.number() - 1, r.text()));
        return after;
    }
}
