package org.fourportals.circumstances.dmn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Problem;

/** What reading a DMN model gives: an affair's rules, still to be proved, or everything that could not be followed. */
public sealed interface Imported {

    /**
     * All of it was followed.
     *
     * @param title what the model is called
     * @param words what people read for each question, by its id
     * @param notes what the model leaves open and how it was read, for the editor to check; each names file and line
     */
    record Read(AffairRules rules, String title, Map<String, String> words, List<String> notes) implements Imported {
        public Read {
            SequencedMap<String, String> ordered = new LinkedHashMap<>(words);
            words = Collections.unmodifiableSequencedMap(ordered);
            notes = List.copyOf(notes);
        }
    }

    /** Something could not be followed; nothing is imported. */
    record Refused(List<Problem> problems) implements Imported {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
