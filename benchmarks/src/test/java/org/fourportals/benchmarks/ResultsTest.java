package org.fourportals.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The form in which figures are printed and kept, and what the command says when it is called wrongly. */
class ResultsTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void figuresAreALineEachAndJsonThatOthersRead() throws Exception {
        Results results = new Results(out);
        results.add(Figure.beside("evaluations-per-second", 3_000_000, "per second", "kie", 25_000));
        results.add(Figure.of("next-question-micros", 41.26, "µs"));
        results.add(Figure.of("tiny", 0.0000123456, "\"s\"\n"));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).startsWith(
                "evaluations-per-second 3000000 per second peer=kie ratio=120", "next-question-micros 41.3 µs");
        JsonNode json = new ObjectMapper().readTree(results.json("circumstances", "./fourportals bench circumstances --full", LocalDate.of(2026, 11, 23)));
        assertThat(json.get("bench").asText()).isEqualTo("circumstances");
        assertThat(json.get("date").asText()).isEqualTo("2026-11-23");
        assertThat(json.get("machine").get("cores").asInt()).isPositive();
        assertThat(json.get("machine").get("memoryGiB").asInt()).isPositive();
        assertThat(json.get("machine").get("java").asText()).startsWith("25");
        JsonNode first = json.get("figures").get(0);
        assertThat(first.get("peer").asText()).isEqualTo("kie");
        assertThat(first.get("ratio").asDouble()).isEqualTo(120);
        assertThat(json.get("figures").get(1).has("peer")).isFalse();
        assertThat(json.get("figures").get(2).get("value").asDouble()).isEqualTo(0.000012);
    }

    @Test
    void whatIsNoNumberIsNoFigure() {
        Results results = new Results(out);
        results.add(Figure.of("never", Double.NaN, "s"));
        assertThatThrownBy(() -> results.json("x", "x", LocalDate.EPOCH)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatIsWrongWithTheCommand() throws Exception {
        assertThat(Bench.run(out)).isEqualTo(2);
        assertThat(Bench.run(out, "--help")).isZero();
        assertThat(Bench.run(out, "nonsense")).isEqualTo(2);
        assertThat(Bench.run(out, "circumstances", "--help")).isZero();
        assertThat(Bench.run(out, "circumstances", "--sed", "3")).isEqualTo(2);
        assertThat(Bench.run(out, "circumstances", "--seed", "three")).isEqualTo(2);
        assertThat(Bench.run(out, "circumstances", "--catalogue", "no-such-folder")).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("There is no benchmark nonsense", "there is no option --sed",
                "--seed needs a whole number", "there is no folder no-such-folder", "--affair ID");
    }
}
