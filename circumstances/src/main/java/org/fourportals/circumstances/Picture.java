package org.fourportals.circumstances;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;

/**
 * An affair's decision diagram, small enough to be looked at: every circumstance follows exactly one way through it, from
 * the first spot to an end, and questions that make no difference there are not on it. Where the whole would be larger
 * than wanted, what lies below some question is folded, and the picture says how many circumstances are there. How it is
 * drawn is not its concern.
 *
 * @param spots         all of it, the first being where every way begins
 * @param edges         the ways between them, those from one spot together
 * @param circumstances how many circumstances the affair has: as many as arrive at ends and folds together
 * @param whole         whether nothing is folded
 */
public record Picture(List<Spot> spots, List<Edge> edges, BigInteger circumstances, boolean whole) {

    /** A place in the picture, by its number; so many circumstances pass it. */
    public sealed interface Spot {

        /** Its number, counted from 0. */
        int id();

        /** How many circumstances pass here. */
        BigInteger circumstances();
    }

    /** A question, in the row of its level; the levels of the questions in the picture are counted from 0. */
    public record Asked(int id, String question, int level, BigInteger circumstances) implements Spot {}

    /**
     * An end: accepted on these grounds, or refused for these reasons; of accepted ones, how many different checklists
     * there are in the whole affair, empty if they are too many to be told apart.
     */
    public record End(int id, List<String> grounds, List<String> refusals, OptionalInt checklists, BigInteger circumstances) implements Spot {
        public End {
            grounds = List.copyOf(grounds);
            refusals = List.copyOf(refusals);
        }
    }

    /** What begins with a question and is folded away, with so many further questions in it. */
    public record Folded(int id, String question, int questions, BigInteger circumstances) implements Spot {}

    /**
     * A way from one spot to another.
     *
     * @param answers   the ids of the answers that take it, `yes` and `no` included; empty for other kinds of question
     * @param condition the answers that take it, as a condition
     */
    public record Edge(int from, int to, List<String> answers, String condition, BigInteger circumstances) {
        public Edge {
            answers = List.copyOf(answers);
        }
    }

    public Picture {
        spots = List.copyOf(spots);
        edges = List.copyOf(edges);
    }

    /** The ways on from a spot. */
    public List<Edge> from(Spot spot) {
        return edges.stream().filter(edge -> edge.from() == spot.id()).toList();
    }
}
