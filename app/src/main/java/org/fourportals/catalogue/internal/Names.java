package org.fourportals.catalogue.internal;

import java.util.HashSet;
import java.util.Set;

/** Ids of one kind in one file: well formed and each only once. */
final class Names {

    /** How ids of questions, form fields and roles look, since they appear in conditions. */
    private static final String CAMEL = "[a-z][A-Za-z0-9]{0,59}";
    private static final String KEBAB = "[a-z0-9][a-z0-9-]{0,79}";

    private final Problems problems;
    private final Set<String> seen = new HashSet<>();

    Names(Problems problems) {
        this.problems = problems;
    }

    /** The required id of an entry, in camelCase. */
    String camel(YamlMap entry) {
        return id(entry, CAMEL, "camelCase, as in `hukouPlace`");
    }

    /** The required id of an entry, in kebab-case. */
    String kebab(YamlMap entry) {
        return id(entry, KEBAB, "kebab-case, as in `birth-certificate`");
    }

    /** The id of an option, which may also be a code of the pool, such as C1. */
    String option(YamlMap entry) {
        return id(entry, "[A-Za-z0-9][A-Za-z0-9-]{0,79}", "letters, digits and hyphens");
    }

    private String id(YamlMap entry, String form, String advice) {
        String id = entry.string("id");
        if (entry.has("id") && !id.matches(form)) {
            problems.add(entry.line("id"), "The id \"" + id + "\" is not well formed", "Write it in " + advice + ".");
        } else if (entry.has("id") && !seen.add(id)) {
            problems.add(entry.line("id"), "The id \"" + id + "\" stands twice", "Give one of the two another id.");
        }
        return id;
    }
}
