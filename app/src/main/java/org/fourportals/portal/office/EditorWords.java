package org.fourportals.portal.office;

import java.util.TreeSet;

import org.fourportals.catalogue.City;

/** What the text's editor completes: the keys of the format, and the city's ids of departments, data sets, laws and documents. */
final class EditorWords {

    private static final String KEYS = "about affair and answers applicant ask attend because between by certificate check checks choice "
            + "child confirmation contains count credit-code date days decide declaration document email evidence exclusions fee field fields "
            + "fill for form from future grounds help hint home in instant instead is kind known label laws licence long-text max max-length min "
            + "mistake money months name never none not note number of one options or organisation original past payment person-name phone plain pool "
            + "procedure questions reason record refusals registration relation required requirements resident-id result review roles says section self "
            + "several-of shows since stages subject text today type until upload valid-months visit wallet when where why yes-no yuan";

    private EditorWords() {
    }

    /** Separated by blanks, in alphabetical order. */
    static String of(City city) {
        TreeSet<String> words = new TreeSet<>(java.util.List.of(KEYS.split(" ")));
        words.addAll(city.departments().keySet());
        words.addAll(city.datasets().keySet());
        city.datasets().values().forEach(dataset -> words.addAll(dataset.fields().keySet()));
        words.addAll(city.laws().keySet());
        words.addAll(city.documents().keySet());
        return String.join(" ", words);
    }
}
