package org.fourportals.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * The reference data which the files of affairs speak of: who there is in the city, what they share, the codes in it and the laws.
 * Maps are by id, in the order of their files.
 *
 * @param sayings  how people ask for an affair in their own words, by affair and language; empty for one that nobody wrote any for
 * @param popular the affairs to be shown first, by id
 * @param documents the types of documents that people hand in
 * @param codes the codes of a field, by `dataset.field`; a label is null where codes.yaml gives none
 */
public record City(SequencedMap<String, Affair> affairs, SequencedMap<String, Department> departments,
        SequencedMap<String, LifeEvent> lifeEvents, SequencedMap<String, Catalogue.SharedDataset> datasets,
        Map<String, SequencedMap<String, @Nullable Text>> codes, SequencedMap<String, AffairPlan.Law> laws,
        SequencedMap<String, Text> documents, Map<String, Map<Language, List<String>>> sayings, List<String> popular) {

    /** How people ask for an affair. */
    public List<String> sayings(String affair, Language language) {
        return sayings.getOrDefault(affair, Map.of()).getOrDefault(language, List.of());
    }

    /** The codes of a field; empty where codes.yaml does not list them, in which case any code may stand there. */
    public SequencedMap<String, @Nullable Text> codes(String dataset, String field) {
        return codes.getOrDefault(dataset + "." + field, Collections.emptyNavigableMap());
    }

    /** Rows by id, in their order; of two rows with one id the first stays. */
    public static <T> SequencedMap<String, T> byId(List<T> rows, Function<T, String> id) {
        var map = new LinkedHashMap<String, T>();
        rows.forEach(row -> map.putIfAbsent(id.apply(row), row));
        return Collections.unmodifiableSequencedMap(map);
    }
}
