package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.diagram.CircumstanceDiagram.End;
import org.junit.jupiter.api.Test;

/** Shares and the length of interviews, on random small affairs, against every circumstance looked at by itself. */
class FiguresAgainstBruteForceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int ROUNDS = Integer.getInteger("circumstances.rounds", 1_500) / 3;
    private static final long SEED = Long.getLong("circumstances.seed", 20_260_302L);

    private record Meant(Which which, Predicate<Map<String, Answer>> met) {}

    @Test
    void countsSharesOfTheAcceptedExactly() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, seed % 2 == 0);
            Meant meant = meant(affair, new Random(seed), 2);
            List<Map<String, Answer>> accepted = AgainstBruteForceTest.circumstances(affair).stream().filter(c -> Set.of(
                    End.ACCEPTED, End.ACCEPTED_WITHOUT_REQUIREMENT).contains(AgainstBruteForceTest.end(affair, c))).toList();
            assertThat(AgainstBruteForceTest.compiled(affair).share(meant.which)).as("seed %d, %s: %s", seed, meant.which, affair)
                    .isEqualTo(new Share(BigInteger.valueOf(accepted.stream().filter(meant.met).count()),
                            BigInteger.valueOf(accepted.size())));
        }
    }

    private static Meant meant(RandomAffair affair, Random random, int depth) {
        List<Meant> parts = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            RandomAffair.Part part = affair.parts.get(random.nextInt(affair.parts.size()));
            parts.add(depth > 0 && random.nextBoolean() ? meant(affair, random, depth - 1)
                    : new Meant(new Which.Met(part.section(), part.id()), part.when().met()));
        }
        List<Which> whiches = parts.stream().map(Meant::which).toList();
        return switch (random.nextInt(3)) {
            case 0 -> new Meant(new Which.AllOf(whiches), c -> parts.stream().allMatch(p -> p.met.test(c)));
            case 1 -> new Meant(new Which.AnyOf(whiches), c -> parts.stream().anyMatch(p -> p.met.test(c)));
            default -> new Meant(new Which.NoneOf(whiches), c -> parts.stream().noneMatch(p -> p.met.test(c)));
        };
    }

    @Test
    void refusesToShareByARuleThatDoesNotExist() {
        CompiledAffair affair = AgainstBruteForceTest.compiled(new RandomAffair(SEED, true));
        assertThatThrownBy(() -> affair.share(Which.none(Section.REQUIREMENT, List.of("nothing"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nothing");
        assertThat(affair.share(Which.none(Section.REQUIREMENT, List.of("always"))).value()).isZero();
        assertThat(affair.share(Which.none(Section.REQUIREMENT, List.of())).value()).isEqualTo(1.0);
    }

    @Test
    void measuresEveryInterview() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, true);
            CompiledAffair compiled = AgainstBruteForceTest.compiled(affair);
            Map<Map<String, Answer>, Integer> asked = new HashMap<>();
            for (Map<String, Answer> combination : affair.combinations()) {
                Map<String, Answer> circumstance = affair.circumstance(combination);
                if (AgainstBruteForceTest.end(affair, circumstance) != End.EXCLUDED) {
                    asked.computeIfAbsent(circumstance, c -> interview(compiled, c));
                }
            }
            if (asked.isEmpty()) {
                continue;
            }
            Interviews interviews = compiled.interviews().orElseThrow();
            assertThat(interviews).as("seed %d: %s", seed, affair).isEqualTo(new Interviews(
                    asked.values().stream().mapToInt(Integer::intValue).max().orElseThrow(),
                    BigInteger.valueOf(asked.values().stream().mapToInt(Integer::intValue).sum()),
                    BigInteger.valueOf(asked.size())));
        }
    }

    private static int interview(CompiledAffair compiled, Map<String, Answer> circumstance) {
        Facts facts = Facts.none();
        while (compiled.standing(facts, TODAY) instanceof Standing.Asking(Question next, _)) {
            facts = facts.with(next.id(), circumstance.get(next.id()));
        }
        return facts.size();
    }

    @Test
    void measuresTheInterviewsOfLargeAffairsOrSaysItCannot() {
        CompiledAffair affair = LargeAffairTest.proved(LargeAffairTest.rules(42, 400, 2));
        assertThat(affair.interviews()).hasValueSatisfying(interviews -> {
            assertThat(interviews.longest()).isEqualTo(42);
            assertThat(interviews.average()).isBetween(14.0, 42.0);
        });
        assertThat(LargeAffairTest.proved(NextQuestionTiming.scattered(40, 400, 40, 1)).interviews()).isEmpty();
    }
}
