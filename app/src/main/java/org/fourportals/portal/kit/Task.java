package org.fourportals.portal.kit;

import org.jspecify.annotations.Nullable;

/** One line of a task list; without an address it can't be begun yet. */
public record Task(String title, @Nullable String hint, @Nullable String url, Tag status) {

    public static Task of(String title, Tag status) {
        return new Task(title, null, null, status);
    }

    public Task hint(@Nullable String hint) {
        return new Task(title, hint, url, status);
    }

    public Task url(@Nullable String url) {
        return new Task(title, hint, url, status);
    }
}
