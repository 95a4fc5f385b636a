package org.fourportals.portal.web;

import java.util.Collection;
import java.util.List;

import org.fourportals.portal.kit.Choice;

/** The affairs of one life event, to be chosen from; `name` is the form's field. */
public record AffairChoices(String name, String title, List<Choice> affairs) {

    static final String PREFIX = "affairs-";

    /** How many of these are chosen. */
    public long chosen(Collection<String> ids) {
        return affairs.stream().filter(a -> ids.contains(a.value())).count();
    }
}
