package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fourportals.catalogue.Affair.Audience;
import org.fourportals.catalogue.AffairPlan.About;
import org.fourportals.catalogue.AffairPlan.RoleLink;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.catalogue.RecordCondition;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Checks what a file says of the pool: data sets, their fields, conditions over them, and the roles whose records are meant. */
final class PoolNames {

    /** To whom or what each relation leads, in the words of datasets.tsv. */
    private static final Map<String, String> RELATIONS = Map.of("child", "person", "mother", "person", "father", "person",
            "spouse", "person", "home", "property", "rentedHome", "property", "company", "organisation", "vehicle", "vehicle");

    private final Draft draft;
    private final Map<String, Set<String>> roles = new LinkedHashMap<>();

    PoolNames(Draft draft, About about) {
        this.draft = draft;
        Set<String> applicant = draft.affair.audience() == Audience.PERSON ? Set.of("person") : Set.of("person", "organisation");
        roles.put("applicant", applicant);
        roles.put("subject", about == About.SELF ? applicant : Set.of(about == About.CHILD ? "person" : "organisation"));
    }

    /** Further roles, each reached from one declared before it. */
    List<RoleLink> roles(YamlMap file) {
        List<RoleLink> links = new ArrayList<>();
        Names names = new Names(draft.problems);
        for (YamlMap entry : file.maps("roles", "role")) {
            String id = names.camel(entry);
            String of = role(entry);
            String relation = entry.oneOf("relation", RELATIONS.keySet().stream().sorted().toList());
            links.add(new RoleLink(id, of, relation, entry.flag("one", false), entry.words("name")));
            entry.close();
            if (id.equals("applicant") || id.equals("subject")) {
                draft.problems.add(entry.line("id"), "The role \"" + id + "\" exists anyway", "Give this one another id.");
            }
            roles.putIfAbsent(id, Set.of(RELATIONS.get(relation)));
        }
        return links;
    }

    /** The role under `of`. */
    String role(YamlMap entry) {
        String role = entry.string("of");
        if (entry.has("of")) {
            draft.refersTo(role, roles.keySet(), entry.line("of"), "role", "the roles");
        }
        return role;
    }

    /** The data set under `key`, which must be about what stands in the role under `of`. */
    Optional<SharedDataset> dataset(YamlMap entry, String key) {
        String id = entry.string(key);
        String role = entry.findString("of");
        if (!entry.has(key) || !draft.refersTo(id, draft.city.datasets().keySet(), entry.line(key), "data set", "datasets.tsv")) {
            return Optional.empty();
        }
        SharedDataset dataset = draft.city.datasets().get(id);
        if (role != null && roles.containsKey(role) && !roles.get(role).contains(dataset.subject())) {
            draft.problems.add(entry.line(key), "The records of " + id + " are about " + noun(dataset.subject()) + ", but the role \""
                    + role + "\" is " + noun(String.join(" or ", roles.get(role).stream().sorted().toList())),
                    "Name another role, or declare one under `roles` whose relation leads there.");
        }
        return Optional.of(dataset);
    }

    /** Checks a field's name; empty if there is none. */
    Optional<String> fieldType(SharedDataset dataset, String field, int line) {
        return draft.refersTo(field, dataset.fields().keySet(), line, "field in " + dataset.id(), "the fields of " + dataset.id())
                ? Optional.of(dataset.fields().get(field)) : Optional.empty();
    }

    /** The condition over the records of a data set under `where`; null where there is none or it has faults. */
    @Nullable RecordCondition where(YamlMap entry, Optional<SharedDataset> dataset) {
        Optional<YamlText> text = entry.findText("where");
        return text.isEmpty() || dataset.isEmpty() ? null
                : draft.parse(text.get(), vocabulary(dataset.get())).map(RecordCondition::new).orElse(null);
    }

    private Vocabulary vocabulary(SharedDataset dataset) {
        Map<String, Type> types = new LinkedHashMap<>();
        dataset.fields().forEach((field, type) -> {
            switch (type) {
                case "date", "datetime" -> types.put(field, new Type.Date());
                case "integer", "decimal", "money" -> types.put(field, new Type.Number());
                case "boolean" -> types.put(field, new Type.YesNo());
                case "code" -> {
                    var codes = draft.city.codes(dataset.id(), field).sequencedKeySet();
                    types.put(field, codes.isEmpty() ? new Type.Text() : new Type.OneOf(List.copyOf(codes)));
                }
                case "id", "text" -> types.put(field, new Type.Text());
                default -> {
                    // pictures cannot be compared
                }
            }
        });
        return Vocabulary.ofFields(types);
    }

    private static String noun(String subject) {
        return switch (subject) {
            case "organisation" -> "an organisation";
            case "property" -> "a home or other property";
            case "organisation or person" -> "a person or an organisation";
            default -> "a " + subject;
        };
    }
}
