package org.fourportals.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fourportals.intake.internal.CsvRows.CsvRow;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    @Test
    void takesCellsApart() throws IOException {
        assertThat(rows("a,b,c\r\n1,,3\n\n\"x,y\",\"he said \"\"no\"\"\",\"two\nlines\"\rlast,\"\",")).extracting(CsvRow::cells).containsExactly(
                List.of("a", "b", "c"), List.of("1", "", "3"), List.of("x,y", "he said \"no\"", "two\nlines"), List.of("last", "", ""));
    }

    @Test
    void countsLinesWhereRowsBegin() throws IOException {
        assertThat(rows("h\r\n\"a\nb\"\r\nc\rd\n")).extracting(CsvRow::line).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void aQuoteThatNeverClosesCostsItsRowOnly() throws IOException {
        List<CsvRow> rows = rows("a\n\"b\nc\nd\n");
        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows.get(1).fault()).isNotNull().extracting("word").isEqualTo("open-quote");
        assertThat(rows.get(3).cells()).containsExactly("d");
    }

    @Test
    void textBehindAClosedQuoteCostsItsRowOnly() throws IOException {
        List<CsvRow> rows = rows("\"a\"x,b\nc,d\n");
        assertThat(rows.getFirst().fault()).isNotNull().extracting("word").isEqualTo("after-quote");
        assertThat(rows.get(1).cells()).containsExactly("c", "d");
    }

    @Test
    void aLineOfTwoGigabytesIsLeftOutAndMemoryStaysBounded() throws IOException {
        Reader endless = new Reader() {
            private long left = 2L << 30;

            @Override
            public int read(char[] into, int offset, int length) {
                if (left < -5) {
                    return -1;
                }
                int count = 0;
                while (count < length && left > -6) {
                    left--;
                    into[offset + count++] = left == -1 ? '\n' : left < -1 ? 'z' : 'x';
                }
                return count == 0 ? -1 : count;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        CsvRows rows = new CsvRows(endless, ',');
        CsvRow huge = rows.next();
        assertThat(huge).isNotNull();
        assertThat(huge.fault()).isNotNull().extracting("word").isEqualTo("too-long");
        assertThat(huge.raw()).hasSize(CsvRows.LONGEST_ROW);
        assertThat(rows.next()).isNotNull().extracting(CsvRow::cells).isEqualTo(List.of("zzzz" + "z"));
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        long seed = 20_261_120;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<List<String>> table = IntStream.range(0, 5).mapToObj(r -> IntStream.range(0, 4).mapToObj(c -> cell(random)).toList()).toList();
            String text = table.stream().map(row -> row.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').collect(Collectors.joining(",")))
                    .collect(Collectors.joining("\r\n"));
            assertThat(rows(text)).as("seed %d, round %d", seed, round).extracting(CsvRow::cells).isEqualTo(table);
        }
    }

    @Test
    void noiseEndsAndLosesNoLine() throws IOException {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            String noise = random.ints(200, 0, 6).mapToObj(i -> String.valueOf("\"\n,a\r\"".charAt(i))).collect(Collectors.joining());
            assertThat(rows(noise)).as("seed %d, round %d", seed, round).allSatisfy(row -> assertThat(row.fault() == null).isEqualTo(!row.cells().isEmpty()));
        }
    }

    private static String cell(Random random) {
        return random.ints(random.nextInt(6), 0, 7).mapToObj(i -> String.valueOf("\"\n,a杭 ;".charAt(i))).collect(Collectors.joining());
    }

    private static List<CsvRow> rows(String text) throws IOException {
        CsvRows rows = new CsvRows(new StringReader(text), ',');
        List<CsvRow> all = new ArrayList<>();
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
        }
        return all;
    }
}
