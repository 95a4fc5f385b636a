package org.fourportals.assistant;

import java.util.List;
import java.util.UUID;

import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant says to a question.
 *
 * @param meant     what the question was taken for
 * @param says      sentences, each one true by a source or a help text of the product
 * @param sources   where that stands
 * @param proposals what the asker may press next; nothing happens before
 */
public record Answer(Meant meant, List<Text> says, List<Link> sources, List<Link> proposals) {

    public Answer {
        says = List.copyOf(says);
        sources = List.copyOf(sources);
        proposals = List.copyOf(proposals);
    }

    /** What a question was taken for. */
    public sealed interface Meant {

        /** Somebody looks for this affair. */
        record Wanted(String affair) implements Meant {
        }

        /** A field of an affair. */
        record Fact(String affair, Field field) implements Meant {
        }

        /** What changes if a question of the interview is answered so. */
        record Supposed(String affair, String question, String answer) implements Meant {
        }

        record Led(Target target) implements Meant {
        }

        /** It must not or cannot be answered here. */
        record Declined(String reason) implements Meant {
        }

        /** A greeting and the like. */
        record Pleasantry(String kind) implements Meant {
        }

        record Unsure() implements Meant {
        }
    }

    /** What can be asked of an affair. */
    public enum Field { PROMISED_WORKING_DAYS, DEPARTMENT, ZERO_WINDOW, USUAL_DOCUMENTS, RESULT, FEE, AUDIENCE, LAWS, WHY, WHAT_IS }

    /** Something to press or to read, and where it leads. */
    public record Link(Text label, Destination to) {
    }

    /** Where a link leads; the portal knows the address. */
    public sealed interface Destination {

        record OfAffair(String affair) implements Destination {
        }

        /** The interview of an affair; with a question answered beforehand if there is one. */
        record Begin(String affair, @Nullable String question, @Nullable String answer) implements Destination {
        }

        record OfCase(UUID caseId, boolean draft) implements Destination {
        }

        record Part(Target target) implements Destination {
        }

        record Found(String query) implements Destination {
        }
    }

    /** The affair it speaks of, if it speaks of one. */
    public @Nullable String affair() {
        return switch (meant) {
            case Meant.Wanted wanted -> wanted.affair();
            case Meant.Fact fact -> fact.affair();
            case Meant.Supposed supposed -> supposed.affair();
            case Meant.Led _, Meant.Declined _, Meant.Pleasantry _, Meant.Unsure _ -> null;
        };
    }
}
