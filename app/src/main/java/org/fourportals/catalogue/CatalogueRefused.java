package org.fourportals.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue's files contain problems, so that none of them is published. */
public final class CatalogueRefused extends RuntimeException {

    private final transient List<CatalogueProblem> problems;

    public CatalogueRefused(List<CatalogueProblem> problems) {
        super(problems.stream().map(p -> "  " + p)
                .collect(Collectors.joining("\n", "The catalogue has " + problems.size() + " problem(s):\n", "")));
        this.problems = List.copyOf(problems);
    }

    /** All problems of all files, in the order of files and lines. */
    public List<CatalogueProblem> problems() {
        return problems;
    }
}
