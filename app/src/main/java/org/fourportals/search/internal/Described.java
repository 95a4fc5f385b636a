package org.fourportals.search.internal;

import java.util.List;

import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;

/** An affair with the words around it by which it can be found. */
public record Described(Affair affair, Text department, Text lifeEvent, Told zh, Told en) {

    /**
     * What is told of it in one language.
     *
     * @param plain   what the written-out file says in a sentence; empty where the affair is only listed
     * @param around  its result and what it requires; empty where it is only listed
     * @param sayings how people ask for it
     */
    public record Told(String plain, String around, List<String> sayings) {

        /** Of an affair that is only listed. */
        public static final Told NOTHING = new Told("", "", List.of());

        String all() {
            return plain + ' ' + around;
        }
    }

    Told told(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
