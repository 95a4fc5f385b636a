package org.fourportals.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.City;
import org.jspecify.annotations.Nullable;

/** Documents by their names, and which affairs ask for them: "which affairs need a lease?". Unchangeable. */
public final class Papers {

    /** Words of the question itself. */
    private static final Set<String> ASKING = new HashSet<>(Words.zhPairs("哪些事项要用需要用到要交办什么事可以用做什么有什么用"));
    private static final Set<String> ASKING_EN = new HashSet<>(Words.stems("which what affairs application applications need needs needed require requires use used for do I with can"));
    private static final double NAMED = 0.75;
    private static final int MOST = 3;

    private final List<Paper> papers = new ArrayList<>();

    /** A kind of document and the affairs that ask for it in some circumstance. */
    public record Paper(String id, Text name, List<Affair> affairs) {
    }

    public Papers(City city, Function<String, @Nullable AffairPlan> plans) {
        Map<String, List<Affair>> asking = new LinkedHashMap<>();
        for (Affair affair : city.affairs().values()) {
            AffairPlan plan = plans.apply(affair.id());
            if (plan != null) {
                plan.requirements().stream().map(AffairPlan.Requirement::document).filter(java.util.Objects::nonNull).distinct()
                        .forEach(document -> asking.computeIfAbsent(document, id -> new ArrayList<>()).add(affair));
            }
        }
        city.documents().forEach((id, name) -> {
            if (asking.containsKey(id)) {
                papers.add(new Paper(id, name, List.copyOf(asking.get(id))));
            }
        });
    }

    /** Documents the query names and, beside asking for them, says little else; the best named first. */
    public List<Paper> in(String query) {
        boolean han = Words.hasHan(query);
        Set<String> said = new HashSet<>(han ? Words.zhPairs(query) : Words.stems(query));
        said.removeAll(han ? ASKING : ASKING_EN);
        if (said.isEmpty()) {
            return List.of();
        }
        return papers.stream().filter(paper -> share(paper, said, han) >= NAMED)
                .sorted(Comparator.comparingDouble((Paper paper) -> share(paper, said, han)).reversed()).limit(MOST).toList();
    }

    /** How much of the query is the document's name. */
    private static double share(Paper paper, Set<String> said, boolean han) {
        Set<String> name = new HashSet<>(han ? Words.zhPairs(paper.name().zh()) : Words.stems(paper.name().en()));
        long common = said.stream().filter(name::contains).count();
        return common < 1 ? 0 : 0.9 * common / said.size() + 0.1 * common / name.size();
    }
}
