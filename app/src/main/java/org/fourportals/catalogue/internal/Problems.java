package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.List;

import org.fourportals.catalogue.CatalogueProblem;
import org.fourportals.circumstances.Facts;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one file, so that an editor is told all of them at once. */
public final class Problems {

    private static final int LONGEST = 600;

    private final String file;
    private final List<CatalogueProblem> list = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    /** `what` and `remedy` are sentences; `what` without its full stop. */
    public void add(int line, String what, String remedy) {
        add(line, what, remedy, null);
    }

    /** As above, with the answers that show it. */
    public void add(int line, String what, String remedy, @Nullable Facts example) {
        list.add(new CatalogueProblem(file, line, shortened(what), shortened(remedy), example));
    }

    /** Messages quote what stands in the file, which may be endless: the middle of a long one is left out. */
    private static String shortened(String sentence) {
        int half = LONGEST / 2;
        return sentence.length() <= LONGEST ? sentence
                : sentence.substring(0, half) + " […] " + sentence.substring(sentence.length() - half);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<CatalogueProblem> list() {
        return List.copyOf(list);
    }
}
