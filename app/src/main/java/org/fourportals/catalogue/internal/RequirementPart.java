package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.catalogue.AffairPlan.Requirement;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.circumstances.Rule;
import org.fourportals.circumstances.condition.Place;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads `requirements`: the lines of the checklist and what satisfies each. */
final class RequirementPart {

    private static final List<String> WAYS = List.of("wallet", "upload", "original");

    private final Draft draft;
    private final PoolNames pool;
    private final List<org.fourportals.circumstances.Requirement> rules = new ArrayList<>();

    RequirementPart(Draft draft, PoolNames pool) {
        this.draft = draft;
        this.pool = pool;
    }

    List<Requirement> read(YamlMap file) {
        List<Requirement> requirements = new ArrayList<>();
        Names names = new Names(draft.problems);
        for (YamlMap entry : file.maps("requirements", "requirement")) {
            String id = names.kebab(entry);
            YamlText when = draft.condition(entry, "when");
            List<Evidence> evidence = evidence(entry);
            String document = document(entry, evidence);
            requirements.add(new Requirement(id, entry.words("name"), entry.words("why"), evidence, document,
                    entry.words("check"), entry.findWords("mistake")));
            Place place = draft.place(entry.line());
            rules.add(new org.fourportals.circumstances.Requirement(id, when.value(),
                    evidence.isEmpty() ? List.of() : List.of(new Rule(id, "true", place)), document, place));
            entry.close();
        }
        return requirements;
    }

    /** The same for the engine. */
    List<org.fourportals.circumstances.Requirement> rules() {
        return rules;
    }

    private @Nullable String document(YamlMap entry, List<Evidence> evidence) {
        Optional<YamlText> document = entry.findText("document");
        boolean filed = evidence.stream().anyMatch(e -> e instanceof Evidence.Wallet || e instanceof Evidence.Upload);
        if (document.isEmpty() && filed) {
            draft.problems.add(entry.line(), entry + " takes a document from wallet or upload but does not say its type",
                    "Add `document`, with the type this document has in every affair.");
        }
        document.ifPresent(type -> draft.refersTo(type.value(), draft.city.documents().keySet(), type.line(), "document type", "documents.tsv"));
        return document.map(YamlText::value).orElse(null);
    }

    private List<Evidence> evidence(YamlMap entry) {
        List<Evidence> ways = new ArrayList<>();
        Set<Evidence> seen = new HashSet<>();
        for (Node node : entry.nodes("evidence")) {
            Optional<Evidence> way = switch (node) {
                case ScalarNode word -> word(word, entry);
                case MappingNode mapping -> map(new YamlMap(mapping, "\"evidence\" of " + entry, draft.problems));
                default -> {
                    draft.problems.add(YamlMap.lineOf(node), "An evidence of " + entry + " is a list", "Write one way a line.");
                    yield Optional.empty();
                }
            };
            way.ifPresent(w -> {
                if (!seen.add(w)) {
                    draft.problems.add(YamlMap.lineOf(node), "The same evidence stands twice in " + entry, "Remove one of the two.");
                }
                ways.add(w);
            });
        }
        if (ways.isEmpty() && entry.nodes("evidence").isEmpty()) {
            draft.problems.add(entry.line("evidence"), "Nothing can satisfy " + entry, "List at least one way under `evidence`.");
        }
        return ways;
    }

    private Optional<Evidence> word(ScalarNode word, YamlMap entry) {
        return switch (word.getValue()) {
            case "wallet" -> Optional.of(new Evidence.Wallet());
            case "upload" -> Optional.of(new Evidence.Upload());
            case "original" -> Optional.of(new Evidence.Original());
            default -> {
                draft.problems.add(YamlMap.lineOf(word), "There is no evidence \"" + word.getValue() + "\" (in " + entry + ")",
                        Suggestion.forName(word.getValue(), WAYS, "wallet, upload, original, {pool: …} and {declaration: …}"));
                yield Optional.empty();
            }
        };
    }

    private Optional<Evidence> map(YamlMap way) {
        Evidence evidence;
        if (way.has("declaration")) {
            evidence = new Evidence.Declaration(way.words("declaration"));
        } else {
            Optional<SharedDataset> dataset = pool.dataset(way, "pool");
            evidence = new Evidence.Pool(way.string("pool"), pool.role(way), pool.where(way, dataset));
        }
        way.close();
        return Optional.of(evidence);
    }
}
