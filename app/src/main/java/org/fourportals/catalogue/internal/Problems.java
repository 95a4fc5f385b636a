package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.List;

import org.fourportals.catalogue.CatalogueProblem;

/** Collects the problems of one file, so that an editor is told all of them at once. */
public final class Problems {

    private final String file;
    private final List<CatalogueProblem> list = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    /** `what` and `remedy` are sentences; `what` without its full stop. */
    public void add(int line, String what, String remedy) {
        list.add(new CatalogueProblem(file, line, what, remedy));
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<CatalogueProblem> list() {
        return List.copyOf(list);
    }
}
