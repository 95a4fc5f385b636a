package org.fourportals.catalogue;

import java.util.Comparator;

import org.fourportals.circumstances.Facts;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a file of the catalogue, for the person who edits it: where it stands and how to mend it.
 *
 * @param file   path inside the catalogue's folder, with `/`
 * @param line   counted from 1; 0 where the whole file is meant
 * @param remedy what to do, a whole sentence
 * @param example the answers that show it, where a proof failed
 */
public record CatalogueProblem(String file, int line, String what, String remedy, @Nullable Facts example) implements Comparable<CatalogueProblem> {

    private static final Comparator<CatalogueProblem> ORDER =
            Comparator.comparing(CatalogueProblem::file).thenComparingInt(CatalogueProblem::line);

    /** One that no answers have to show. */
    public CatalogueProblem(String file, int line, String what, String remedy) {
        this(file, line, what, remedy, null);
    }

    @Override
    public int compareTo(CatalogueProblem other) {
        return ORDER.compare(this, other);
    }

    /** As compilers write it, so that editors can jump there: `file:line: what. remedy` */
    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + ": " + what + ". " + remedy;
    }
}
