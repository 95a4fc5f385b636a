package org.fourportals.circumstances;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Expr;

/** Puts the answers to all questions into blocks that no comparison and no sum tells apart. */
final class Partitions {

    private Partitions() {}

    /** One for each question, in order; `atoms` are the comparisons by the question they speak of. */
    static List<Partition> of(List<Question> questions, Map<String, Set<Atom>> atoms, Collection<Expr.Sum> sums) {
        Map<String, Question> byId = new HashMap<>();
        questions.forEach(question -> byId.put(question.id(), question));
        List<Partition> partitions = new ArrayList<>();
        for (Question question : questions) {
            List<Sums.Share> shares = sums.stream().filter(sum -> sum.coefficients().containsKey(question.id()))
                    .map(sum -> Sums.share(sum, question, byId)).toList();
            partitions.add(new Partition(question, List.copyOf(atoms.getOrDefault(question.id(), Set.of())), shares));
        }
        return partitions;
    }
}
