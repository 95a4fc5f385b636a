package org.fourportals.portal.kit;

import java.util.Map;

/**
 * A question before something that can't be undone. With JavaScript a dialog, else the page at {@code pageUrl} asks the same with
 * {@code kit/confirmPage}.
 *
 * @param action where the form is posted
 * @param fields hidden fields of that form
 */
public record Confirmation(String id, String trigger, String title, String text, String yes, String action, Map<String, String> fields, String pageUrl,
        boolean danger) {

    public Confirmation {
        fields = Map.copyOf(fields);
    }
}
