package org.fourportals.catalogue.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan.Law;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.catalogue.CatalogueProblem;
import org.fourportals.catalogue.City;
import org.fourportals.catalogue.Department;
import org.fourportals.catalogue.LifeEvent;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the tables, the codes and the laws, and checks that they speak of each other by names that exist. */
public final class CityFiles {

    private static final Set<String> TYPES =
            Set.of("id", "text", "code", "date", "datetime", "integer", "decimal", "money", "boolean", "image");

    private final Path folder;
    private final List<Problems> all = new ArrayList<>();

    public CityFiles(Path folder) {
        this.folder = folder;
    }

    /** What could be read; ask {@link #problems} for the rest. */
    public City read() {
        var departmentRows = rows("departments.tsv", "id", "zh", "en", "level", "datasets");
        var datasetRows = rows("datasets.tsv", "id", "department", "zh", "en", "subject", "key_fields", "records_order", "sensitivity");
        var eventRows = rows("life_events.tsv", "id", "zh", "en");
        var affairRows = rows("affairs.tsv", "id", "zh", "en", "department", "audience", "life_event", "zero_window", "kind",
                "promised_working_days", "statutory_working_days", "result", "circumstance_axes", "shared_datasets", "usual_documents");
        var departments = byId(departmentRows, CityFiles::department);
        var datasets = byId(datasetRows, CityFiles::dataset);
        var events = byId(eventRows, row -> new LifeEvent(row.cell("id"), row.words()));
        var affairs = byId(affairRows, CityFiles::affair);
        for (TsvFile.Row row : departmentRows) {
            row.list("datasets", ",").forEach(id -> row.refersTo(id, datasets.keySet(), "datasets.tsv"));
        }
        for (TsvFile.Row row : datasetRows) {
            row.refersTo(row.cell("department"), departments.keySet(), "departments.tsv");
        }
        for (TsvFile.Row row : affairRows) {
            row.refersTo(row.cell("department"), departments.keySet(), "departments.tsv");
            row.refersTo(row.cell("life_event"), events.keySet(), "life_events.tsv");
            row.list("shared_datasets", ",").forEach(id -> row.refersTo(id, datasets.keySet(), "datasets.tsv"));
        }
        var documents = byId(rows("documents.tsv", "id", "zh", "en"), TsvFile.Row::words);
        return new City(affairs, departments, events, datasets, codes(datasets), laws(), documents, sayings(affairs.keySet()), popular(affairs.keySet()));
    }

    /** Of all files read. */
    public List<CatalogueProblem> problems() {
        return all.stream().flatMap(p -> p.list().stream()).toList();
    }

    private Problems problems(String file) {
        Problems problems = new Problems(file);
        all.add(problems);
        return problems;
    }

    private List<TsvFile.Row> rows(String file, String... columns) {
        return TsvFile.read(folder.resolve(file), problems(file), columns);
    }

    private static <T> SequencedMap<String, T> byId(List<TsvFile.Row> rows, Function<TsvFile.Row, T> read) {
        var map = new LinkedHashMap<String, T>();
        rows.forEach(row -> map.put(row.cell("id"), read.apply(row)));
        return Collections.unmodifiableSequencedMap(map);
    }

    private static Department department(TsvFile.Row row) {
        return new Department(row.cell("id"), row.words(), row.oneOf("level", "municipal", "agency", "utility", "district"),
                row.list("datasets", ","));
    }

    private static Affair affair(TsvFile.Row row) {
        boolean person = row.oneOf("audience", "person", "organisation").equals("person");
        String kind = row.oneOf("kind", "permit", "registration", "confirmation", "payment", "grant", "certificate", "public-service");
        return new Affair(row.cell("id"), row.words(), row.cell("department"),
                person ? Affair.Audience.PERSON : Affair.Audience.ORGANISATION, row.cell("life_event"),
                row.oneOf("zero_window", "yes", "no").equals("yes"), kind, (int) row.number("promised_working_days"),
                (int) row.number("statutory_working_days"), row.cell("result"), row.list("circumstance_axes", ";"),
                row.list("shared_datasets", ","), row.list("usual_documents", ";"));
    }

    private static SharedDataset dataset(TsvFile.Row row) {
        var fields = new LinkedHashMap<String, String>();
        for (String field : row.list("key_fields", ",")) {
            String[] parts = field.split(":", -1);
            if (parts.length != 2 || !parts[0].matches("[a-z][A-Za-z0-9]*") || !TYPES.contains(parts[1])) {
                row.problems().add(row.line(), "The field \"" + field + "\" is not `name:type`",
                        "Types are " + String.join(", ", TYPES.stream().sorted().toList()) + ".");
            } else if (fields.put(parts[0], parts[1]) != null) {
                row.problems().add(row.line(), "The field \"" + parts[0] + "\" stands twice", "Remove one of them.");
            }
        }
        return new SharedDataset(row.cell("id"), row.cell("department"), row.words(),
                row.oneOf("subject", "person", "organisation", "property", "vehicle"), Collections.unmodifiableSequencedMap(fields),
                row.number("records_order"), row.oneOf("sensitivity", "public", "internal", "personal", "sensitive"));
    }

    private Optional<YamlMap> yaml(String file, Problems problems) {
        return FileText.read(folder.resolve(file), problems).flatMap(text -> YamlFile.parse(text, file, problems));
    }

    /** Several sayings a cell, between bars; a city may do without the file. */
    private Map<String, Map<Language, List<String>>> sayings(Set<String> affairs) {
        if (!Files.exists(folder.resolve("sayings.tsv"))) {
            return Map.of();
        }
        Map<String, Map<Language, List<String>>> sayings = new HashMap<>();
        for (TsvFile.Row row : rows("sayings.tsv", "affair", "zh", "en")) {
            row.refersTo(row.cell("affair"), affairs, "affairs.tsv");
            sayings.put(row.cell("affair"), Map.of(Language.ZH, row.list("zh", "\\|"), Language.EN, row.list("en", "\\|")));
        }
        return Map.copyOf(sayings);
    }

    /** One id a line; a city may do without the file. */
    private List<String> popular(Set<String> affairs) {
        Path file = folder.resolve("popular.txt");
        Problems problems = problems("popular.txt");
        List<String> popular = new ArrayList<>();
        if (Files.exists(file)) {
            List<String> lines = FileText.read(file, problems).map(text -> text.lines().toList()).orElse(List.of());
            for (int i = 0; i < lines.size(); i++) {
                String id = lines.get(i).strip();
                if (id.isEmpty() || id.startsWith("#")) {
                    continue;
                }
                if (!affairs.contains(id)) {
                    problems.add(i + 1, "There is no affair \"" + id + "\" in affairs.tsv", Suggestion.forName(id, affairs, "affairs.tsv"));
                }
                popular.add(id);
            }
        }
        return List.copyOf(popular);
    }

    private SequencedMap<String, Law> laws() {
        var laws = new LinkedHashMap<String, Law>();
        yaml("laws.yaml", problems("laws.yaml")).ifPresent(file -> file.keys()
                .forEach(id -> laws.put(id, new Law(id, file.words(id)))));
        return Collections.unmodifiableSequencedMap(laws);
    }

    private Map<String, SequencedMap<String, @Nullable Text>> codes(Map<String, SharedDataset> datasets) {
        var codes = new HashMap<String, SequencedMap<String, @Nullable Text>>();
        Problems problems = problems("codes.yaml");
        yaml("codes.yaml", problems).ifPresent(file -> {
            for (String key : file.keys()) {
                String dataset = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
                String field = key.substring(Math.min(dataset.length() + 1, key.length()));
                SharedDataset known = datasets.get(dataset);
                if (known == null) {
                    problems.add(file.line(key), "There is no data set \"" + dataset + "\" in datasets.tsv",
                            Suggestion.forName(dataset, datasets.keySet(), "datasets.tsv"));
                } else if (!"code".equals(known.fields().get(field))) {
                    problems.add(file.line(key), "\"" + field + "\" is no field of type code in " + dataset,
                            Suggestion.forName(field, codeFields(known), "the code fields of " + dataset));
                }
                codes.put(key, codes(file, key, problems));
            }
        });
        return codes;
    }

    private static List<String> codeFields(SharedDataset dataset) {
        return dataset.fields().entrySet().stream().filter(f -> f.getValue().equals("code")).map(Map.Entry::getKey).toList();
    }

    /** Codes are words, or `{id, zh, en}` where people read them. */
    private static SequencedMap<String, @Nullable Text> codes(YamlMap file, String key, Problems problems) {
        var codes = new LinkedHashMap<String, @Nullable Text>();
        for (Node node : file.nodes(key)) {
            String code = node instanceof ScalarNode scalar ? scalar.getValue() : "";
            Text label = null;
            if (node instanceof MappingNode mapping) {
                YamlMap entry = new YamlMap(mapping, "a code of " + key, problems);
                code = entry.string("id");
                label = entry.words();
                entry.close();
            }
            if (code.isBlank() || codes.containsKey(code)) {
                problems.add(YamlMap.lineOf(node), "The code \"" + code + "\" of " + key + " is empty or stands twice", "Remove it.");
            }
            codes.put(code, label);
        }
        return Collections.unmodifiableSequencedMap(codes);
    }
}
