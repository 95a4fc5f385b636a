package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.fourportals.circumstances.diagram.CircumstanceDiagram.End;
import org.fourportals.circumstances.picture.Drawing;
import org.fourportals.circumstances.picture.PictureLayout;
import org.junit.jupiter.api.Test;

/** The picture against every circumstance of random affairs, followed one by one. A failure names its seed. */
class PictureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int ROUNDS = Integer.getInteger("circumstances.rounds", 1_500) / 3;
    private static final long SEED = Long.getLong("circumstances.seed", 20_260_301L);
    private static final Place PLACE = new Place("picture.yaml", 1);

    @Test
    void everyCircumstanceFollowsOneWayToItsEndAndTheCountsAreExact() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, seed % 2 == 0);
            CompiledAffair compiled = AgainstBruteForceTest.compiled(affair);
            Set<Map<String, Answer>> possible = AgainstBruteForceTest.circumstances(affair).stream()
                    .filter(circumstance -> AgainstBruteForceTest.end(affair, circumstance) != End.EXCLUDED).collect(Collectors.toSet());
            if (possible.isEmpty()) {
                continue;
            }
            for (int limit : new int[] {1_000, 6, 1}) {
                Picture picture = compiled.picture(limit).orElseThrow();
                assertThat(picture.circumstances()).as("seed %d: %s", seed, affair).isEqualTo(BigInteger.valueOf(possible.size()));
                assertThat(picture.spots().size()).as("seed %d", seed).isLessThanOrEqualTo(limit);
                assertThat(picture.whole()).as("seed %d", seed).isEqualTo(picture.spots().stream().noneMatch(Picture.Folded.class::isInstance));
                new Followed(affair, picture, "seed %d, at most %d: %s".formatted(seed, limit, affair)).check(possible);
            }
            assertThat(compiled.picture(1_000).orElseThrow().whole()).as("seed %d", seed).isTrue();
        }
    }

    /** Follows circumstances and counts who passes. */
    private record Followed(RandomAffair affair, Picture picture, String as, Map<Integer, Integer> spots, Map<Picture.Edge, Integer> edges,
            Map<Integer, Set<Set<String>>> checklists, Map<Picture.Edge, Condition> conditions) {

        Followed(RandomAffair affair, Picture picture, String as) {
            this(affair, picture, as, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
            Map<String, Type> types = new LinkedHashMap<>();
            affair.questions.forEach(question -> types.put(question.id(), question.type()));
            picture.edges().forEach(edge -> conditions.put(edge, Condition.parse(edge.condition(), Vocabulary.ofQuestions(types), PLACE).orThrow()));
        }

        void check(Set<Map<String, Answer>> possible) {
            possible.forEach(this::follow);
            for (Picture.Spot spot : picture.spots()) {
                assertThat(spot.circumstances()).as("%s in %s", spot, as).isEqualTo(BigInteger.valueOf(spots.getOrDefault(spot.id(), 0))).isPositive();
                if (spot instanceof Picture.Asked && picture.from(spot).size() < 2) {
                    throw new AssertionError(spot + " makes no difference in " + as);
                }
                if (spot instanceof Picture.End end && picture.whole()) {
                    int different = end.refusals().isEmpty() ? checklists.get(end.id()).size() : 0;
                    assertThat(end.checklists()).as("%s in %s", end, as).isEqualTo(OptionalInt.of(different));
                }
            }
            picture.edges().forEach(edge -> assertThat(edge.circumstances()).as("%s in %s", edge, as).isEqualTo(BigInteger.valueOf(edges.getOrDefault(edge, 0))));
        }

        private void follow(Map<String, Answer> circumstance) {
            Picture.Spot at = picture.spots().getFirst();
            spots.merge(at.id(), 1, Integer::sum);
            int level = -1;
            while (at instanceof Picture.Asked asked) {
                assertThat(asked.level()).as(as).isGreaterThan(level);
                level = asked.level();
                Answer answer = circumstance.get(asked.question());
                assertThat(answer).as("%s of %s in %s", asked, circumstance, as).isNotEqualTo(Answer.NOT_APPLICABLE);
                List<Picture.Edge> taken = picture.from(at).stream().filter(edge -> conditions.get(edge).evaluate(circumstance::get, TODAY).isMet()).toList();
                assertThat(taken).as("%s from %s in %s", circumstance, at, as).hasSize(1);
                Picture.Edge edge = taken.getFirst();
                assertThat(edge.answers().isEmpty() || edge.answers().contains(answer.toString())).as("%s of %s in %s", edge, circumstance, as).isTrue();
                edges.merge(edge, 1, Integer::sum);
                at = picture.spots().get(edge.to());
                spots.merge(at.id(), 1, Integer::sum);
            }
            if (at instanceof Picture.End end) {
                assertThat(end.refusals()).as("%s in %s", circumstance, as).containsExactlyElementsOf(affair.met(Section.REFUSAL, circumstance));
                assertThat(end.grounds()).as("%s in %s", circumstance, as).containsExactlyElementsOf(affair.met(Section.GROUND, circumstance));
                checklists.computeIfAbsent(end.id(), _ -> new HashSet<>()).add(affair.met(Section.REQUIREMENT, circumstance));
            }
        }
    }

    @Test
    void nothingInADrawingLiesOverAnythingElseAndEveryLineJoinsItsBoxes() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            CompiledAffair compiled = AgainstBruteForceTest.compiled(new RandomAffair(seed, true));
            if (compiled.counts().circumstances().signum() == 0) {
                continue;
            }
            Picture picture = compiled.picture(60).orElseThrow();
            Drawing drawing = PictureLayout.of(picture);
            assertThat(drawing).as("seed %d", seed).isEqualTo(PictureLayout.of(picture));
            assertThat(drawing.boxes()).hasSameSizeAs(picture.spots());
            for (Drawing.Box box : drawing.boxes()) {
                assertThat(box.x() >= 0 && box.y() >= 0 && box.x() + box.width() <= drawing.width() && box.y() + box.height() <= drawing.height()).as("seed %d", seed).isTrue();
                assertThat(drawing.boxes()).as("seed %d", seed).noneMatch(other -> other != box && box.x() <= other.x() + other.width()
                        && other.x() <= box.x() + box.width() && box.y() <= other.y() + other.height() && other.y() <= box.y() + box.height());
            }
            lines(picture, drawing, seed);
        }
    }

    private static void lines(Picture picture, Drawing drawing, long seed) {
        assertThat(drawing.lines()).hasSameSizeAs(picture.edges());
        for (int i = 0; i < drawing.lines().size(); i++) {
            Drawing.Line line = drawing.lines().get(i);
            Drawing.Box from = drawing.boxes().get(picture.edges().get(i).from());
            Drawing.Box to = drawing.boxes().get(picture.edges().get(i).to());
            Drawing.Point first = line.points().getFirst();
            Drawing.Point last = line.points().getLast();
            assertThat(first.y()).as("seed %d", seed).isEqualTo(from.y() + from.height());
            assertThat(last.y()).as("seed %d", seed).isEqualTo(to.y());
            assertThat(first.x()).isBetween(from.x(), from.x() + from.width());
            assertThat(last.x()).isBetween(to.x(), to.x() + to.width());
            for (int p = 1; p < line.points().size() - 1; p++) {
                Drawing.Point point = line.points().get(p);
                assertThat(drawing.boxes()).as("seed %d: a line runs through a box", seed).noneMatch(box -> point.x() > box.x()
                        && point.x() < box.x() + box.width() && point.y() > box.y() && point.y() < box.y() + box.height());
                assertThat(point.y()).isGreaterThanOrEqualTo(line.points().get(p - 1).y());
            }
        }
    }

    @Test
    void foldsAnAffairThatIsLargeAndSaysWhatIsFolded() {
        List<Question> questions = new ArrayList<>();
        List<Rule> refusals = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>(List.of(new Requirement("always", "true", true, PLACE)));
        for (int i = 0; i < 40; i++) {
            questions.add(Question.choice("q" + i, List.of("a", "b", "c"), null, PLACE));
            requirements.add(new Requirement("r" + i, "q" + i + " = \"a\"", true, PLACE));
        }
        for (int i = 0; i < 4; i++) {
            refusals.add(new Rule("no" + i, "q" + i + " = \"b\" and q" + (39 - i) + " = \"c\"", PLACE));
        }
        AffairRules rules = new AffairRules("large", questions, List.of(), List.of(new Rule("yes", "not(" + refusals.stream()
                .map(rule -> "(" + rule.when() + ")").collect(Collectors.joining(" or ")) + ")", PLACE)), refusals, requirements, List.of(), Set.of());
        CompiledAffair compiled = new CompiledAffair(new Model(rules, new Reading(rules)));
        Picture picture = compiled.picture(20).orElseThrow();
        assertThat(picture.whole()).isFalse();
        assertThat(picture.spots()).hasSizeLessThanOrEqualTo(20).hasSizeGreaterThan(8);
        BigInteger arriving = picture.spots().stream().filter(spot -> !(spot instanceof Picture.Asked)).map(Picture.Spot::circumstances)
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(arriving).isEqualTo(BigInteger.valueOf(3).pow(40)).isEqualTo(compiled.counts().circumstances());
        assertThat(picture.spots()).filteredOn(Picture.Folded.class::isInstance).isNotEmpty();
        assertThat(compiled.picture(1_000).orElseThrow().spots()).filteredOn(Picture.End.class::isInstance).hasSize(16)
                .filteredOn(spot -> ((Picture.End) spot).refusals().isEmpty()).allSatisfy(spot -> assertThat(((Picture.End) spot).checklists()).isEmpty());
        assertThatThrownBy(() -> compiled.picture(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PictureLayout.of(picture).lines()).hasSameSizeAs(picture.edges());
    }
}
