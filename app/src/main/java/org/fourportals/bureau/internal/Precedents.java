package org.fourportals.bureau.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.catalogue.AffairPlan.Requirement;

/**
 * Which data set stands for which document, learned from the affairs' files: where a requirement that names a document is satisfied by a record, the
 * editors have found that the record says as much. One affair is no rule, and neither is a data set that is one among many: of a document's precedents it
 * must have two, and a third.
 */
public final class Precedents {

    private static final int LEAST = 2;
    private static final int ONE_IN = 3;

    private final Map<String, SortedMap<String, SortedSet<String>>> byDocument = new TreeMap<>();

    public Precedents(Collection<AffairPlan> plans) {
        for (AffairPlan plan : plans) {
            for (Requirement requirement : plan.requirements()) {
                String document = requirement.document();
                if (document != null) {
                    datasets(requirement).forEach(dataset -> byDocument.computeIfAbsent(document, d -> new TreeMap<>())
                            .computeIfAbsent(dataset, d -> new TreeSet<>()).add(plan.affair().id()));
                }
            }
        }
    }

    private static Stream<String> datasets(Requirement requirement) {
        return requirement.evidence().stream().filter(Evidence.Pool.class::isInstance).map(evidence -> ((Evidence.Pool) evidence).dataset());
    }

    /** Whether no record satisfies it yet. */
    public static boolean isBrought(Requirement requirement) {
        return requirement.document() != null && datasets(requirement).findAny().isEmpty();
    }

    public static boolean isSatisfiedBy(Requirement requirement, String dataset) {
        return datasets(requirement).anyMatch(dataset::equals);
    }

    /** The data sets that stand for a document, with the affairs in which they do. */
    public SortedMap<String, List<String>> of(String document) {
        SortedMap<String, SortedSet<String>> found = byDocument.getOrDefault(document, new TreeMap<>());
        int all = found.values().stream().mapToInt(SortedSet::size).sum();
        SortedMap<String, List<String>> strong = new TreeMap<>();
        found.forEach((dataset, affairs) -> {
            if (affairs.size() >= LEAST && affairs.size() * ONE_IN >= all) {
                strong.put(dataset, List.copyOf(affairs));
            }
        });
        return strong;
    }
}
