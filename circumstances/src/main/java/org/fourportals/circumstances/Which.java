package org.fourportals.circumstances;

import java.util.Collection;
import java.util.List;

/**
 * Says which circumstances are meant when a share is asked for: those in which a rule is met, and what can be made of
 * that with all, any and none. An evidence is met only where its requirement is required too.
 */
public sealed interface Which {

    /** This rule is met. */
    record Met(Section section, String id) implements Which {}

    /** All are so; true of an empty list. */
    record AllOf(List<Which> parts) implements Which {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** At least one is so. */
    record AnyOf(List<Which> parts) implements Which {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** None is so; true of an empty list. */
    record NoneOf(List<Which> parts) implements Which {
        public NoneOf {
            parts = List.copyOf(parts);
        }
    }

    /** None of these rules of one section is met: nothing of the kind is required there. */
    static Which none(Section section, Collection<String> ids) {
        return new NoneOf(ids.stream().<Which>map(id -> new Met(section, id)).toList());
    }
}
